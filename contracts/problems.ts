/**
 * Every way a request can fail, as a closed table. The slug is the end of the problem's `type` URI (RFC 9457),
 * served as a page at `/problems/<slug>`; contracts may only name slugs that are here.
 */
export interface ProblemType {
  readonly status: number
  /** Public and the same each time. */
  readonly title: string
  /** What happened, in words for the caller. */
  readonly meaning: string
  /** What the caller can do about it. */
  readonly remedy: string
}

const table = {
  'malformed-request': {
    status: 400,
    title: 'The request is not well-formed HTTP',
    meaning: 'The request line, a header or the target cannot be read in one way only.',
    remedy: 'Send a request that follows RFC 9110 and RFC 9112; percent-encode the path as UTF-8.',
  },
  'ambiguous-path': {
    status: 400,
    title: 'The path can be read in more than one way',
    meaning: 'It has empty, `.` or `..` segments, a backslash, or an encoded slash or control character.',
    remedy: 'Send the path in its normal form (RFC 3986, section 6).',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    meaning: 'The body is cut off, not UTF-8, or not JSON (RFC 8259).',
    remedy: 'Send one complete JSON value in UTF-8.',
  },
  'validation-failed': {
    status: 400,
    title: 'The request breaks the contract',
    meaning:
      'A parameter or a part of the body is missing, of the wrong type, or not allowed. `errors` names each place.',
    remedy: 'Compare the request with the API’s openapi.json and correct the places named in `errors`.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'The request has a query parameter the contract does not know',
    meaning: 'Unknown parameters are refused, because ignoring one silently changes what was asked.',
    remedy: 'Remove the parameter named in `errors`, or check its spelling.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The operation needs an Idempotency-Key',
    meaning: 'The operation changes something, and without a key a repeated request could act twice.',
    remedy: 'Send a fresh UUID in the Idempotency-Key header, and the same one when you repeat the request.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key cannot be used',
    meaning:
      'The key must be 8 to 128 characters of letters, digits, `-`, `_`, `.`, `:` or `~`, sent once, bare or as a quoted string.',
    remedy: 'Send a UUID.',
  },
  'event-invalid': {
    status: 422,
    title: 'The event breaks its contract',
    meaning:
      'An event is of an unknown type, or its envelope or data is not what the contract of its type says. `errors` names each place. Nothing was taken.',
    remedy: 'Correct the places named in `errors` and send it again, with the same id.',
  },
  unauthenticated: {
    status: 401,
    title: 'The caller is not known',
    meaning:
      'There is no bearer token, or it is expired, not yet valid, or not signed by the trusted issuer.',
    remedy: 'Get a token from the issuer and send it as `Authorization: Bearer …`.',
  },
  forbidden: {
    status: 403,
    title: 'The caller may not do this',
    meaning:
      'The consumer is not registered for this API version, or the token does not carry what the operation needs.',
    remedy: 'Register the consumer for the API, or sign in as the customer the call is about.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such resource',
    meaning: 'The path names no operation of this host, or nothing is stored under this id.',
    remedy: 'Check the path against `/.well-known/api-catalog`, and the id.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The resource does not know this method',
    meaning: 'The path exists, the method does not. `Allow` lists the methods that do.',
    remedy: 'Use one of the methods in `Allow`.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No acceptable representation',
    meaning: 'The `Accept` header allows none of the media types this operation answers with.',
    remedy: 'Accept `application/json`.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request came in too slowly',
    meaning: 'Headers or body were not complete in time.',
    remedy: 'Send the request again on a new connection.',
  },
  conflict: {
    status: 409,
    title: 'The resource is not in a state that allows this',
    meaning: 'The request is valid, but what is stored contradicts it.',
    remedy: 'Read the resource again and decide anew.',
  },
  'customer-not-billable': {
    status: 409,
    title: 'The customer cannot be billed',
    meaning: 'Orders are taken only from customers whose `billing.state` is `active`.',
    remedy: 'Onboard the customer for billing, or lift the block, and send the request again.',
  },
  'lead-not-open': {
    status: 409,
    title: 'The lead is not open',
    meaning: 'The lead of the request does not exist, sales has given it up, or it became another customer.',
    remedy: 'Send the request without the lead, or with the right one.',
  },
  'order-not-cancellable': {
    status: 409,
    title: 'The order cannot be cancelled any more',
    meaning: 'The order is already confirmed, shipped or completed.',
    remedy: 'Ask for a return instead.',
  },
  'product-not-sellable': {
    status: 409,
    title: 'A product of the order is not for sale',
    meaning: 'A line names a SKU that does not exist or is not offered.',
    remedy: 'Remove the line, or choose another product from the catalog.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The request is being worked on',
    meaning: 'A request with the same Idempotency-Key came before and has not ended yet.',
    remedy: 'Repeat the request with the same key after `Retry-After`: it gets the answer of the first one.',
  },
  'idempotency-body-not-retained': {
    status: 409,
    title: 'The answer cannot be given again',
    meaning:
      'The request was carried out. Its answer was too long to be kept, or nobody saw it and an operator found that it was carried out.',
    remedy: 'Read what was made; `Location` of the first answer, if there was one, says where it is.',
  },
  'idempotency-outcome-unknown': {
    status: 409,
    title: 'An operator has to settle the request',
    meaning:
      'An earlier request with the same Idempotency-Key may have acted, and the systems behind this API cannot tell.',
    remedy: 'Wait for the owner of the API, who sees the request; do not send it under another key.',
  },
  'operation-abandoned': {
    status: 409,
    title: 'The request was given up',
    meaning: 'It could not be completed in time, or an operator ended it. What had been done was taken back.',
    remedy: 'Send it as a new request with another Idempotency-Key.',
  },
  'version-gone': {
    status: 410,
    title: 'This version of the API is gone',
    meaning:
      'The version was deprecated, and its sunset has passed, or it is switched off for a while so that those notice who still call it. `detail` says which.',
    remedy: 'Use the version that the `Link` with `rel="successor-version"` names.',
  },
  'precondition-failed': {
    status: 412,
    title: 'The resource has changed',
    meaning: 'The version in `If-Match` is no longer the current one.',
    remedy: 'Read the resource again and repeat the change on the new version.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is longer than the operation accepts.',
    remedy: 'Send less at once.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The request target is too long',
    meaning: 'Path and query are longer than the gateway reads.',
    remedy: 'Shorten the query.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has a media type the operation does not take',
    meaning: 'Content-Type or Content-Encoding is not among those of the contract.',
    remedy: 'Send one of the media types of the contract, unencoded.',
  },
  'misdirected-request': {
    status: 421,
    title: 'The request is for another host',
    meaning: 'The Host header names a host that is not served here.',
    remedy: 'Use the address the API is published under.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    meaning: 'The key was sent before with other parameters or another body. Nothing was changed.',
    remedy: 'Send a fresh key for a new request, and the same request when you repeat it.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'The consumer has used up what its plan allows for now, or too many calls with bad credentials came from one place. `RateLimit-Policy` says what is allowed.',
    remedy: 'Wait for `Retry-After` seconds, and spread requests over time.',
  },
  'header-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The header section is longer than the gateway reads.',
    remedy: 'Send fewer or shorter headers.',
  },
  'internal-error': {
    status: 500,
    title: 'The service failed',
    meaning: 'A mistake on our side. The owner sees it under the trace id.',
    remedy: 'Report the `traceId` to the owner.',
  },
  'not-implemented': {
    status: 501,
    title: 'The method is not implemented',
    meaning: 'The gateway does not know this HTTP method.',
    remedy: 'Use a method of the contract.',
  },
  'contract-broken': {
    status: 502,
    title: 'A system behind this API broke its contract',
    meaning:
      'Its answer has a shape or a value the contract does not allow; passing it on would spread wrong data.',
    remedy: 'The owner of that system has been told. Try again later.',
  },
  'upstream-auth-failed': {
    status: 502,
    title: 'A system behind this API refused the gateway',
    meaning:
      'The gateway’s own credentials for that system are wrong or lack a right. Repeating does not help.',
    remedy: 'The owner has to correct the credentials.',
  },
  'upstream-unavailable': {
    status: 503,
    title: 'A system behind this API is unavailable',
    meaning: 'It is down, overloaded or answers with an error of its own. Nothing was changed.',
    remedy: 'Try again after `Retry-After`.',
  },
  overloaded: {
    status: 503,
    title: 'There is more to do than can be done',
    meaning: 'Too many requests wait already. This one was shed before it was started. Nothing was changed.',
    remedy: 'Try again after `Retry-After`.',
  },
  'idempotency-store-unavailable': {
    status: 503,
    title: 'Requests with a key cannot be taken now',
    meaning:
      'Nothing can be written down now, and without that a repeated request could act twice. Nothing was changed.',
    remedy: 'Repeat the request with the same key after `Retry-After`.',
  },
  'deadline-exceeded': {
    status: 504,
    title: 'The answer did not come in time',
    meaning: 'The deadline of the operation passed. Nothing was changed.',
    remedy: 'Try again.',
  },
  'outcome-unknown': {
    status: 504,
    title: 'It is not known whether the change was made',
    meaning: 'The system behind this API was asked to act, and its answer was lost.',
    remedy: 'Repeat the request with the same Idempotency-Key: it will not act twice.',
  },
} as const satisfies Record<string, ProblemType>

export type ProblemSlug = keyof typeof table

export const problems: Readonly<Record<ProblemSlug, ProblemType>> = table

/** What a problem with this slug looks like on the wire. */
export const problemBody = <Slug extends ProblemSlug>(slug: Slug, detail?: string) => ({
  type: `/problems/${slug}` as const,
  title: table[slug].title,
  status: table[slug].status as (typeof table)[Slug]['status'],
  ...(detail === undefined ? {} : { detail }),
})
