#!/usr/bin/env node
// Runs the command line under a Node that can: the one it was started with, or the one that came with the install.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

endWithShell()

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 24 || (major === 24 && minor >= 15)) {
  await import('./main.ts')
} else {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node'
  const bundled = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url))
  if (!existsSync(bundled)) {
    console.error(
      `Strata needs Node 24.15 or newer; this is ${process.version}. Run npm ci without --omit=optional, or install a newer Node.`,
    )
    process.exit(1)
  }
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1)
  })
}

/** npm starts a shell, which does not pass SIGTERM on but dies of it: its end is the signal. */
function endWithShell() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 100)
  timer.unref()
}
