/** How long an API version lasts, in a word. */
import type { ApiVersion } from '#contracts/admin'
import { Badge } from './parts.tsx'

export function statusBadge({ status, sunsetAt }: Pick<ApiVersion, 'status' | 'sunsetAt'>) {
  if (status === 'active') return <Badge tone="quiet">active</Badge>
  const until = sunsetAt ? `${status}, ends ${sunsetAt.slice(0, 10)}` : status
  return <Badge tone={status === 'draft' ? 'quiet' : 'warn'}>{until}</Badge>
}
