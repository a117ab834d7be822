/** Three layers. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path fill="#7dd3fc" d="M16 3 30 10 16 17 2 10z" />
    <path fill="#38bdf8" d="m6 14 10 5 10-5 4 2-14 7L2 16z" />
    <path fill="#2563eb" d="m6 20 10 5 10-5 4 2-14 7L2 22z" />
  </svg>
)
