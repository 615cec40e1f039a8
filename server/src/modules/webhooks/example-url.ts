/** A name that stands for nobody (RFC 2606), and leads nowhere. */
export const EXAMPLE_URL = 'https://hooks.invalid/iza'
