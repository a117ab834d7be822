/** What governance offers to the command line and to publishing. */
export type { Comparison } from './finding.ts'
export { BYTES_MAX, type Loaded, loadFile, loadText, NotComparable, toDocument } from './load.ts'
export { compareDocuments } from './operations/compare.ts'
export { toHtml } from './report/html.ts'
export { toMarkdown } from './report/markdown.ts'
export { toText } from './report/text.ts'
export { ruleTable } from './rules.ts'
