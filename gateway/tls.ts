/** Certificates of this process: shown to whoever connects to it, and to the layers it calls. Read again when they change. */
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContextOptions } from 'node:tls'

export interface TlsFiles {
  readonly certFile: string
  readonly keyFile: string
  /** Of whoever signs the certificates of a deployment: then nobody gets into the internal port without one. */
  readonly clientCaFile: string | undefined
}

export interface Certificates {
  readonly cert: Buffer
  readonly key: Buffer
  readonly clientCa: Buffer | undefined
}

const LOOK_EVERY_MS = 60_000

/** @throws Error that says which file cannot be used */
export function readCertificates({ certFile, keyFile, clientCaFile }: TlsFiles): Certificates {
  const certificates = {
    cert: read('TLS_CERT_FILE', certFile),
    key: read('TLS_KEY_FILE', keyFile),
    clientCa: clientCaFile === undefined ? undefined : read('TLS_CLIENT_CA_FILE', clientCaFile),
  }
  try {
    createSecureContext(contextOf(certificates))
  } catch (cause) {
    throw new Error(`TLS_CERT_FILE, TLS_KEY_FILE: do not belong together (${(cause as Error).message})`, {
      cause,
    })
  }
  return certificates
}

/** Calls back when a file has changed and all of them can be used. @returns how to stop that */
export function watchCertificates(
  files: TlsFiles,
  changed: (certificates: Certificates) => void,
): () => void {
  let before = stampOf(files)
  const timer = setInterval(() => {
    try {
      const now = stampOf(files)
      if (now === before) return
      changed(readCertificates(files))
      before = now
    } catch {
      // Half of them is written: the next look finds the other half.
    }
  }, LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/** What a server shows, and what it asks for. */
export const contextOf = ({ cert, key, clientCa }: Certificates): SecureContextOptions => ({
  cert,
  key,
  minVersion: 'TLSv1.2',
  ...(clientCa && { ca: clientCa }),
})

/** What a client shows to another layer, and whom it believes. */
export const clientContextOf = ({ cert, key, clientCa }: Certificates): SecureContextOptions => ({
  cert,
  key,
  ...(clientCa && { ca: [...rootCertificates, clientCa.toString()] }),
})

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error(`${setting}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause })
  }
}

const stampOf = ({ certFile, keyFile, clientCaFile }: TlsFiles): string =>
  [certFile, keyFile, clientCaFile ?? certFile].map((file) => statSync(file).mtimeMs).join()
