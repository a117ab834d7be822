/** Files of the checkout that are written together: when one step fails, all are as they were. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export class Changes {
  readonly #root: string
  readonly #before = new Map<string, string | undefined>()

  constructor(root: string) {
    this.#root = root
  }

  get files(): readonly string[] {
    return [...this.#before.keys()]
  }

  write(file: string, text: string): void {
    const path = join(this.#root, file)
    if (!this.#before.has(file))
      this.#before.set(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  undo(): void {
    for (const [file, text] of this.#before)
      if (text === undefined) rmSync(join(this.#root, file))
      else writeFileSync(join(this.#root, file), text)
    this.#before.clear()
  }
}
