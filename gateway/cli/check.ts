/** `npm run check`: everything that can be said about the code without running it. All findings at once. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'

const root = join(import.meta.dirname, '../..')

interface Check {
  readonly name: string
  /** What is wrong; `undefined` when nothing is. */
  run(): string | undefined
  readonly remedy: string
}

const command =
  (...words: readonly string[]) =>
  () => {
    const [program = '', ...args] = words
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), args, {
      cwd: root,
      encoding: 'utf8',
    })
    return status === 0 ? undefined : `${stdout}${stderr}`
  }

const permissive =
  /^\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|PSF-2\.0|Unlicense|MPL-2\.0)( (OR|AND) .*)?\)?$/

/** Licences of everything that is installed, as the lock file has them. */
function licences(): string | undefined {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { license?: string; link?: boolean }>
  }
  const foreign = Object.entries(packages).filter(
    ([path, { license, link }]) =>
      path.includes('node_modules/') && !link && !permissive.test(license ?? 'none'),
  )
  return foreign.length
    ? foreign.map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`).join('\n')
    : undefined
}

/** The page of the rules is what the lint prints. */
function rulePage(): string | undefined {
  const page = 'contracts/govern/lint/rules.md'
  const { stdout } = spawnSync(process.execPath, ['gateway/cli/strata.mjs', 'lint', '--rules'], {
    cwd: root,
    encoding: 'utf8',
  })
  return stdout === readFileSync(join(root, page), 'utf8') ? undefined : `${page} is out of date`
}

const exact = /^\d+\.\d+\.\d+$/

/** What is installed is what was looked at: exact versions, with their digests, and nobody's scripts. */
function supplyChain(): string | undefined {
  const read = <Content>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Content
  type Manifest = Readonly<Record<string, Record<string, string> | undefined>>
  const manifests = ['package.json', 'contracts/package.json'].map(
    (file) => [file, read<Manifest>(file)] as const,
  )
  const loose = manifests.flatMap(([file, manifest]) =>
    ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) =>
        exact.test(version) ? [] : `${file}: ${name} ${version} is no exact version`,
      ),
    ),
  )
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')
  const { allowScripts = {} } = read<Manifest>('package.json') as { allowScripts?: Record<string, boolean> }
  const locked = Object.entries(packages).flatMap(([path, { link, integrity, hasInstallScript }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (!path.includes('node_modules/') || link) return []
    if (!integrity) return `${path}: has no digest`
    return hasInstallScript && allowScripts[name] !== false ? `${path}: runs a script when installed` : []
  })
  const found = [...loose, ...locked]
  return found.length ? found.join('\n') : undefined
}

interface Locked {
  readonly link?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

/** What is served of the console is what its source gives. */
function consoleFiles(): string | undefined {
  const made = mkdtempSync(join(tmpdir(), 'strata-console-'))
  const served = join(root, 'gateway/console/dist')
  try {
    const mistake = command('vite', 'build', 'gateway/console', '--outDir', made, '--emptyOutDir')()
    if (mistake !== undefined) return mistake
    const differing = [...new Set([...readdirSync(made), ...readdirSync(served)])].filter(
      (name) => textOf(join(made, name)) !== textOf(join(served, name)),
    )
    return differing.length
      ? differing.map((name) => `gateway/console/dist/${name} differs`).join('\n')
      : undefined
  } finally {
    rmSync(made, { recursive: true })
  }
}

const textOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined

const checks: readonly Check[] = [
  {
    name: 'generated code',
    run: command('node', 'gateway/cli/strata.mjs', 'generate', '--check'),
    remedy: 'npm run generate',
  },
  {
    name: 'published contracts',
    run: command('node', 'gateway/cli/strata.mjs', 'publish', '--check'),
    remedy: 'npx strata publish <id>; .github/CONTRIBUTING.md says what else there is to do',
  },
  {
    name: 'contracts',
    run: command('node', 'gateway/cli/strata.mjs', 'lint'),
    remedy: 'mend what npx strata lint says; contracts/govern/lint/README.md has the rules',
  },
  {
    name: 'rules of contracts',
    run: rulePage,
    remedy: 'npx strata lint --rules > contracts/govern/lint/rules.md',
  },
  {
    name: 'types and layers',
    run: command('tsc', '--build'),
    remedy: 'correct the types; a layer knows others only by contract',
  },
  { name: 'console', run: consoleFiles, remedy: 'npm run build:console' },
  { name: 'lint and format', run: command('biome', 'check', '.'), remedy: 'npx biome check --write .' },
  { name: 'unused code', run: command('knip', '--no-progress'), remedy: 'remove what nothing uses' },
  {
    name: 'supply chain',
    run: supplyChain,
    remedy: 'npm install --save-exact; refuse scripts with allowScripts in package.json',
  },
  { name: 'licences', run: licences, remedy: 'choose a dependency with a permissive licence' },
]

let failed = 0
for (const { name, run, remedy } of checks) {
  const startedAt = performance.now()
  process.stdout.write(`${name} … `)
  const findings = run()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (findings === undefined) console.log(`${styleText('green', 'ok')} ${seconds} s`)
  else {
    failed++
    console.log(`${styleText('red', 'failed')} ${seconds} s\n${findings.trim()}\n→ ${remedy}\n`)
  }
}
process.exitCode = failed ? 1 : 0
