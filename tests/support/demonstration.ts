// Before the tests of a run, and after them: both runners call this, and neither its workers.
import { Server } from './server.ts'

export default function prepare(): () => Promise<void> {
  const demonstration = Server.seedDemonstration()
  return () => demonstration.stop()
}
