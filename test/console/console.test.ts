/** The console as operators use it: in a real browser, by mouse and by keyboard, on a running gateway. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Strata, startStrata } from '../support/topologies.ts'
import { barriers, hasChromium, isTooWide, openBrowser, openTab, picture, type Tab } from './browser.ts'
import { ask, drift, env, fault, mend, send, wait } from './traffic.ts'

const pages = [
  ['now', ''],
  ['api', '/api?id=system/erp/v1'],
  ['traces', '/traces'],
  ['operations', '/operations'],
  ['dead-letters', '/letters'],
  ['drift', '/drift'],
  ['alerts', '/alerts'],
  ['consumers', '/consumers?id=storefront-web'],
  ['audit', '/audit'],
] as const

/** So that there is something in the audit log. */
async function change(strata: Strata): Promise<void> {
  const reply = await fetch(`${strata.urlOf.process}/admin/silences`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await strata.token('ops')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ api: 'backend/crm/v1', minutes: 5, note: 'Upgrade of the CRM.' }),
  })
  if (!reply.ok) throw new Error(`the silence was answered with ${reply.status}`)
}

describe.skipIf(!hasChromium())('the console', () => {
  let strata: Strata
  let browser: Browser
  let url: string
  let token: string
  let wide: Tab
  let narrow: Tab
  let letters: readonly string[]

  beforeAll(async () => {
    ;[strata, browser] = await Promise.all([startStrata('one process', undefined, { env }), openBrowser()])
    url = `${strata.urlOf.process}/console`
    token = await strata.token('ops')
    for (let times = 0; times < 3; times++) await ask(strata)
    await fault(strata, 'erp', { kind: 'latency', ms: 300 })
    await ask(strata, true)
    await mend(strata)
    letters = await Promise.all(['change-1', 'change-2'].map((id) => send(strata, id)))
    await drift(strata)
    await mend(strata)
    await wait(strata)
    await change(strata)
    wide = await openTab(browser, 'wide', 'light')
    narrow = await openTab(browser, 'narrow', 'dark')
  })
  afterAll(async () => {
    await browser?.close()
    await strata?.stop()
  })

  test('lets in who brings the token of an operator, by keyboard alone', async () => {
    const { page } = wide
    await page.goto(url)
    await page.getByLabel('Access token').focus()
    await page.keyboard.type(await strata.token('mobile-app'))
    await page.keyboard.press('Enter')
    await page.getByText('has no scope strata:admin').waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(wide, 'sign-in')
    await page.getByLabel('Access token').fill(token)
    await page.keyboard.press('Enter')
    await page.getByText('Live').waitFor()
    wide.complaints.length = 0
  })

  test('takes a token from behind the # of its address, and out of it', async () => {
    const { page } = narrow
    await page.goto(`${url}#token=${token}`)
    await page.getByText('Live').waitFor()
    expect(page.url()).toBe(url)
  })

  test.each(pages)('%s can be read by all, at both widths, light and dark', async (name, path) => {
    for (const tab of [wide, narrow]) {
      await tab.page.goto(url + path)
      await tab.page.locator('main .scroll table').first().waitFor()
      await tab.page.getByText('Loading …').first().waitFor({ state: 'hidden' })
      await picture(tab, name)
      expect(await barriers(tab.page)).toEqual([])
      expect(await isTooWide(tab.page)).toBe(false)
      expect(tab.complaints).toEqual([])
    }
  })

  test('finds the slow hop of a trace, by mouse', async () => {
    const { page } = wide
    await page.getByRole('link', { name: 'Traces' }).click()
    await page.getByLabel('Through').selectOption('backend/erp/v1')
    await page.getByRole('link', { name: 'getHome' }).first().click()
    const finding = page.getByText('Most of its time').filter({ hasText: 'backend/erp/v1' })
    await finding.filter({ hasText: 'owned by finance-systems' }).waitFor()
    await picture(wide, 'trace')
    expect(await barriers(page)).toEqual([])
  })

  test('finds it by keyboard, on a phone', async () => {
    const { page } = narrow
    await page.goto(`${url}/traces`)
    await page
      .getByLabel('Through')
      .locator('option', { hasText: 'backend/erp' })
      .waitFor({ state: 'attached' })
    await page.getByLabel('Through').focus()
    await page.keyboard.type('backend/erp')
    await page.waitForURL(/api=backend/)
    await page.getByRole('link', { name: 'getHome' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('Most of its time').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await picture(narrow, 'trace')
  })

  test('shows who still calls v1, by mouse and by keyboard', async () => {
    for (const [{ page }, enter] of [
      [wide, (link: Locator) => link.click()],
      [narrow, (link: Locator) => link.press('Enter')],
    ] as const) {
      await page.goto(url)
      await enter(page.getByRole('link', { name: 'experience/storefront/v1' }).first())
      const callers = page.getByRole('region', { name: 'Callers in the last 30 days' })
      await callers.getByRole('row').filter({ hasText: 'storefront-web' }).first().waitFor()
    }
    await picture(wide, 'v1')
    await wide.page.getByRole('link', { name: 'storefront-web' }).first().click()
    const use = wide.page.getByRole('region', { name: 'Its use' })
    await use
      .getByRole('row')
      .filter({ hasText: 'experience/storefront/v1' })
      .filter({ hasText: 'listCatalog' })
      .waitFor()
  })

  test('corrects and replays a dead letter, by mouse', async () => {
    const { page } = wide
    await page.goto(`${url}/letter?id=${letters[0]}`)
    await page.getByText('must be one of "received"').first().waitFor()
    const data = page.getByLabel('What it says')
    await data.fill((await data.inputValue()).replace('"status": 3', '"status": "Shipped"'))
    await page.getByLabel('Why').first().fill('a guess')
    await page.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('alert').filter({ hasText: '#/change/status' }).waitFor()
    await picture(wide, 'dead-letter')
    expect(await barriers(page)).toEqual([])
    await data.fill((await data.inputValue()).replace('"Shipped"', '"shipped"'))
    await page.getByRole('button', { name: 'Correct' }).click()
    await page.getByText('It keeps its contract now').waitFor()
    const settle = page.getByRole('form', { name: 'Settle it' })
    await settle.getByLabel('Only say how many').check()
    await settle.getByLabel('Why').fill('corrected')
    await settle.getByRole('button').click()
    await settle.getByText('1 would be delivered').waitFor()
    await settle.getByLabel('Replay').check()
    await settle.getByLabel('Why').fill('corrected')
    await settle.getByRole('button').click()
    await page.locator('.facts .badge', { hasText: 'replayed' }).waitFor()
    await picture(wide, 'dead-letter-replayed')
  })

  test('discards one by keyboard, on a phone', async () => {
    const { page } = narrow
    await page.goto(`${url}/letter?id=${letters[1]}`)
    await page.getByLabel('Only say how many').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('A test event.')
    await page.keyboard.press('Enter')
    await page.locator('.facts .badge', { hasText: 'discarded' }).waitFor()
    await picture(narrow, 'dead-letter')
    expect(await barriers(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })

  test('accepts what has drifted, by keyboard', async () => {
    const { page } = wide
    await page.goto(`${url}/drift`)
    await page.getByRole('link', { name: '/*/phase' }).press('Enter')
    await page.getByLabel('Why').focus()
    await picture(wide, 'finding')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.type('The ERP tells its phase since the upgrade.')
    await page.keyboard.press('Enter')
    await page.getByText('contracts/drift/backend/erp/v1.json').waitFor()
    await page.locator('.facts .badge', { hasText: 'accepted' }).waitFor()
  })

  test('abandons an operation, by mouse, and the audit log says who', async () => {
    const { page } = wide
    await page.getByRole('link', { name: 'Operations' }).click()
    await page.getByRole('link', { name: 'onboardCustomer' }).click()
    await page.getByText('erp-party').waitFor()
    await picture(wide, 'operation')
    expect(await barriers(page)).toEqual([])
    await page.getByLabel('Abandon').check()
    await page.getByLabel('Why').fill('The customer changed their mind.')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('status').filter({ hasText: 'Done' }).waitFor()
    await page.getByRole('link', { name: 'Audit log' }).click()
    const entry = page.getByRole('row').filter({ hasText: 'resolveOperation' }).filter({ hasText: 'ops' })
    await entry.filter({ hasText: 'The customer changed their mind.' }).waitFor()
  })

  test('keeps an alert from its owner for a while, and no longer', async () => {
    const { page } = wide
    await page.goto(`${url}/alerts`)
    await page.getByRole('link', { name: 'Silence' }).first().click()
    await page.getByLabel('Why').fill('Known.')
    await page.getByRole('button', { name: 'Silence', exact: true }).click()
    await page.getByText('is kept from').waitFor()
    const silence = page
      .getByRole('region', { name: 'Silences' })
      .getByRole('row')
      .filter({ hasText: 'Known.' })
    await silence.getByRole('button').click()
    await silence.waitFor({ state: 'detached' })
  })

  test('says on its first page what is broken and who owns it', async () => {
    const { page } = wide
    await page.goto(url)
    await fault(strata, 'erp', { kind: 'status', status: 503 })
    const found = new AbortController()
    const asking = (async () => {
      while (!found.signal.aborted) await ask(strata)
    })()
    const trouble = page.getByRole('list', { name: 'What needs somebody' }).getByRole('listitem').first()
    await trouble.filter({ hasText: 'its breaker is open' }).waitFor()
    found.abort()
    const words = await trouble.textContent()
    for (const word of ['backend/erp/v1', 'finance-systems', 'process/order-to-cash/v2'])
      expect(words).toContain(word)
    await page.getByRole('link', { name: 'erp v1 breaker open finance-systems' }).waitFor()
    await picture(wide, 'broken')
    expect(await barriers(page)).toEqual([])
    await asking
    await mend(strata)
  })

  test('leaves nothing behind of who signs out', async () => {
    const { page } = wide
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Access token').waitFor()
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
  })
})
