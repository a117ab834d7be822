/** A real Chromium that looks at the console, finds faults of accessibility, and keeps a picture of each page. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
/** Not kept in the repository. */
const pictures = join(import.meta.dirname, '../../.strata/console')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const widths = { wide: 1280, narrow: 390 } as const
type Width = keyof typeof widths

/** True where Chromium is installed, or has to be: `REQUIRE_CHROMIUM=1` turns its absence into a failure. */
export function hasChromium(): boolean {
  const isThere = existsSync(executablePath)
  if (!isThere) console.warn(`no ${executablePath} here: the console is not looked at`)
  return isThere || process.env.REQUIRE_CHROMIUM === '1'
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })

export interface Tab {
  readonly page: Page
  /** Whatever its pages complain of. */
  readonly complaints: string[]
  /** As its pictures are called. */
  readonly name: string
}

export async function openTab(browser: Browser, width: Width, colorScheme: 'light' | 'dark'): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: widths[width], height: 860 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints, name: `${width}-${colorScheme}` }
}

export async function picture({ page, name }: Tab, of: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${of}-${name}.png`), fullPage: true })
}

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What keeps people from using the page, serious or worse, with the first place of each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes: [first] }) => `${id}: ${first?.html.slice(0, 300)} ${first?.failureSummary}`)
}

/** Whether the page as a whole has to be moved sideways to be read. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
