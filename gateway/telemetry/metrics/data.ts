/** Instruments as OpenTelemetry's data model has them: what its Prometheus text and its OTLP exporter are made from. */
import type { HrTime } from '@opentelemetry/api'
import type { MetricData, ResourceMetrics } from '@opentelemetry/sdk-metrics'
import type { Buckets, Instrument, Point } from './instruments.ts'

/** Instruments may be added while it runs. */
export interface Source {
  readonly instruments: readonly Instrument[]
}

/** @returns a function that reads all instruments as they are now; the library is loaded when somebody asks first */
export async function collector(source: Source): Promise<() => ResourceMetrics> {
  const [{ AggregationTemporality, DataPointType }, { resourceFromAttributes }, { ValueType }] =
    await Promise.all([
      import('@opentelemetry/sdk-metrics'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/api'),
    ])
  const resource = resourceFromAttributes({ 'service.name': 'strata' })
  const startTime = hrTime(performance.timeOrigin)

  const read = (instrument: Instrument): MetricData => {
    const { name, help, unit = '' } = instrument.description
    const common = {
      descriptor: { name, description: help, unit, valueType: ValueType.DOUBLE },
      aggregationTemporality: AggregationTemporality.CUMULATIVE,
    }
    const endTime = hrTime(Date.now())
    const toPoint = <From, To>({ labels, value }: Point<From>, convert: (value: From) => To) => ({
      startTime,
      endTime,
      attributes: labels,
      value: convert(value),
    })
    switch (instrument.kind) {
      case 'histogram':
        return {
          ...common,
          dataPointType: DataPointType.HISTOGRAM,
          dataPoints: instrument.points().map((point) => toPoint(point, toHistogram)),
        }
      case 'counter':
        return {
          ...common,
          dataPointType: DataPointType.SUM,
          isMonotonic: true,
          dataPoints: instrument.points().map((point) => toPoint(point, Number)),
        }
      case 'gauge':
        return {
          ...common,
          dataPointType: DataPointType.GAUGE,
          dataPoints: instrument.points().map((point) => toPoint(point, Number)),
        }
    }
  }
  return () => ({
    resource,
    scopeMetrics: [{ scope: { name: 'strata' }, metrics: source.instruments.map(read) }],
  })
}

const toHistogram = ({ bounds, counts, count, sum }: Buckets) => ({
  buckets: { boundaries: [...bounds], counts: [...counts] },
  count,
  sum,
})

/** Seconds and nanoseconds since 1970. */
export const hrTime = (ms: number): HrTime => {
  const seconds = Math.floor(ms / 1_000)
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)]
}
