/** All instruments as Prometheus reads them: text format 0.0.4, at `/metrics` of the internal port. */
import { collector, type Source } from './data.ts'

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export function exposition(source: Source): () => Promise<string> {
  let write: Promise<() => string> | undefined
  const prepare = async () => {
    const { PrometheusSerializer } = await import('@opentelemetry/exporter-prometheus')
    const collect = await collector(source)
    const serializer = new PrometheusSerializer(undefined, false, undefined, true, true)
    return () => serializer.serialize(collect())
  }
  return async () => {
    write ??= prepare()
    return (await write)()
  }
}
