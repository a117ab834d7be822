/** An event in its envelope (CloudEvents 1.0). */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  /** Where it comes from: the API that published it, or the system that pushed it. */
  readonly source: string
  /** Id of its contract. */
  readonly type: string
  readonly time: string
  /** The value of its key: events with the same one keep their order. */
  readonly subject: string
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  /** W3C trace context of who caused it. */
  readonly traceparent?: string
  readonly data: unknown
}

/** Where the schema of an event is found, on the host that serves it. */
export const schemaPath = (type: string): string => `/${type}/schema.json`
