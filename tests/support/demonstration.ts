// Both runners call this once, before the first test; what it answers is called after the last.
import { Server } from './server.ts'

export default function prepare(): () => Promise<void> {
  const demonstration = Server.seedDemonstration()
  return () => demonstration.stop()
}
