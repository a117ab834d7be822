/** The ERP sandbox and a real server give the same answers, call by call. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { erpConformanceSeed, runErpConformance } from '../../gateway/conformance/erp.ts'
import { startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { hasRealErp, realErp } from '../support/real-erp.ts'

const expected = await readFile(new URL('transcript.expected.txt', import.meta.url), 'utf8')

test('the sandbox gives the expected transcript', { timeout: 30_000 }, async () => {
  const account = { user: 'gateway', password: 'made-up-for-this-test' }
  const sandbox = await startErpSandbox({ ...account, seed: erpConformanceSeed })
  try {
    const lines = await runErpConformance({ ...account, url: sandbox.url, database: sandbox.database })
    expect(lines).toEqual(expected.trimEnd().split('\n'))
  } finally {
    await sandbox.close()
  }
})

test.skipIf(!hasRealErp())('a real trytond gives the expected transcript', { timeout: 180_000 }, async () => {
  const erp = await realErp()
  if (!erp) return
  try {
    expect(await runErpConformance(erp)).toEqual(expected.trimEnd().split('\n'))
  } finally {
    await erp.stop()
  }
})
