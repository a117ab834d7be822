/** `.github/workflows/contracts.yml`: a pull request says what its contracts change for those who rely on them. */

/** @param layers folders of contracts */
export function pullRequestCheck(layers: readonly string[]): string {
  const paths = [
    ...layers.map((layer) => `contracts/${layer}/**`),
    'contracts/shared/**',
    'contracts/published/**',
  ]
  return `# Generated from contracts/ by \`npm run generate\`. Do not edit.
name: contracts
on:
  pull_request:
    paths:
${paths.map((path) => `      - ${path}`).join('\n')}
permissions:
  contents: read
  pull-requests: write
concurrency:
  group: contracts-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  diff:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - name: What changes for those who rely on the contracts
        env:
          BASE: origin/\${{ github.base_ref }}
        run: |
          npx strata diff --all --against "git:$BASE" --markdown > contracts.md || [ $? -eq 1 ]
          cat contracts.md >> "$GITHUB_STEP_SUMMARY"
      - name: Tell it in the pull request
        if: github.event.pull_request.head.repo.full_name == github.repository
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.number }}
        run: gh pr comment "$NUMBER" --body-file contracts.md --edit-last --create-if-none
      - name: What changed is published
        run: npx strata publish --check
      - name: What was published did not change
        env:
          BASE: origin/\${{ github.base_ref }}
        run: |
          changed=$(git diff --name-only --diff-filter=a "$BASE..." -- 'contracts/published/*/*/*/[0-9]*.json')
          [ -z "$changed" ] || { echo "a revision is written once: $changed"; exit 1; }
`
}
