/** The ERP sandbox and a real server give the same answers, call by call. */
import { expect, test } from 'vitest'
import { differences, expectedTranscript } from '../../gateway/conformance/erp/expected.ts'
import { erpConformanceSeed, runErpConformance } from '../../gateway/conformance/erp.ts'
import { startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { hasRealErp, realErp } from '../support/real-erp.ts'

test('the sandbox gives the expected transcript', { timeout: 30_000 }, async () => {
  const account = { user: 'gateway', password: 'made-up-for-this-test' }
  const sandbox = await startErpSandbox({ ...account, seed: erpConformanceSeed })
  try {
    const lines = await runErpConformance({ ...account, url: sandbox.url, database: sandbox.database })
    expect(lines).toEqual(expectedTranscript)
  } finally {
    await sandbox.close()
  }
})

test.skipIf(!hasRealErp())('a real trytond gives the expected transcript', { timeout: 180_000 }, async () => {
  const erp = await realErp()
  if (!erp) return
  try {
    expect(await runErpConformance(erp)).toEqual(expectedTranscript)
  } finally {
    await erp.stop()
  }
})

test('a line too many is a difference, like one too few and one that reads otherwise', () => {
  const same = { expected: ['login 200', 'logout 200'], actual: ['login 200', 'logout 200'] }
  expect(differences(same.expected, same.actual)).toEqual([])
  expect(differences(['login 200'], same.actual)).toEqual([{ expected: undefined, actual: 'logout 200' }])
  expect(differences(same.expected, ['login 200'])).toEqual([{ expected: 'logout 200', actual: undefined }])
  expect(differences(['login 401'], ['login 200'])).toEqual([{ expected: 'login 401', actual: 'login 200' }])
})
