// What the browser's camera sees: a picture of a QR code, as a film of one frame.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) } })

const width = 640
const height = 480
const moduleSize = 8

/** Writes a Y4M film that shows this text as a QR code on white. */
export async function film(file: string, text: string): Promise<void> {
  const { symbol } = await writeBarcode(text, { format: 'QRCode', scale: 1, addQuietZones: false })
  const brightness = Buffer.alloc(width * height, 255)
  const [left, top] = [Math.floor((width - symbol.width * moduleSize) / 2), Math.floor((height - symbol.height * moduleSize) / 2)]
  for (let y = 0; y < symbol.height * moduleSize; ++y)
    for (let x = 0; x < symbol.width * moduleSize; ++x) {
      const module = symbol.data[Math.floor(y / moduleSize) * symbol.width + Math.floor(x / moduleSize)]!
      brightness[(top + y) * width + left + x] = module
    }
  const noColour = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, noColour])
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A0:0 C420mpeg2\n`), frame, frame]))
}
