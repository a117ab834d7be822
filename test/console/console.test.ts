/** The console as operators use it: in a real browser, by mouse and by keyboard, on a running gateway. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Strata, startStrata } from '../support/topologies.ts'
import { barriers, hasChromium, isTooWide, openBrowser, openTab, picture, type Tab } from './browser.ts'
import { ask, fault, mend } from './traffic.ts'

const pages = [
  ['now', ''],
  ['api', '/api?id=system/erp/v1'],
  ['traces', '/traces'],
  ['consumers', '/consumers?id=storefront-web'],
] as const

describe.skipIf(!hasChromium())('the console', () => {
  let strata: Strata
  let browser: Browser
  let url: string
  let token: string
  let wide: Tab
  let narrow: Tab

  beforeAll(async () => {
    ;[strata, browser] = await Promise.all([startStrata('one process'), openBrowser()])
    url = `${strata.urlOf.process}/console`
    token = await strata.token('ops')
    for (let times = 0; times < 3; times++) await ask(strata)
    await fault(strata, 'erp', { kind: 'latency', ms: 300 })
    await ask(strata, true)
    await mend(strata)
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
