/** Certificates of an authority that lives as long as a test. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  readonly certFile: string
  readonly keyFile: string
  readonly cert: Buffer
  readonly key: Buffer
}

export class Authority {
  readonly directory = mkdtempSync(join(tmpdir(), 'strata-tls-'))
  readonly certFile = join(this.directory, 'authority.crt')
  readonly #keyFile = join(this.directory, 'authority.key')

  constructor(name: string) {
    openssl([
      'req',
      '-x509',
      ...fresh(this.#keyFile),
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
      '-out',
      this.certFile,
    ])
  }

  get cert(): Buffer {
    return readFileSync(this.certFile)
  }

  /** For this machine, as server and as client. */
  issue(name: string): Certificate {
    const [certFile, keyFile, requestFile, extensions] = ['crt', 'key', 'csr', 'ext'].map((end) =>
      join(this.directory, `${name}.${end}`),
    ) as [string, string, string, string]
    writeFileSync(extensions, 'subjectAltName = DNS:localhost, IP:127.0.0.1\n')
    openssl(['req', ...fresh(keyFile), '-subj', `/CN=${name}`, '-out', requestFile])
    openssl(
      ['x509', '-req', '-in', requestFile, '-CA', this.certFile, '-CAkey', this.#keyFile].concat([
        '-CAcreateserial',
        '-days',
        '2',
        '-extfile',
        extensions,
        '-out',
        certFile,
      ]),
    )
    return { certFile, keyFile, cert: readFileSync(certFile), key: readFileSync(keyFile) }
  }
}

const fresh = (keyFile: string) => [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
  '-nodes',
  '-keyout',
  keyFile,
]

function openssl(args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`)
}
