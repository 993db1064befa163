import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

// From this site: the library's own default would ask a foreign one.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

export async function readQr(picture: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  return found?.text ?? null
}
