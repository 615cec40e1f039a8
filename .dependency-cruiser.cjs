/** The arrow of ARCHITECTURE.md: kernel <- database <- record <- catalogue <- runs <- modules <- main; catalogue <- doors <- main. */
const SRC = '^server/src'
const TEST = '\\.test\\.ts$|/test-[^/]+\\.ts$|/at-end\\.ts$'

function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { path: '^(kernel|contract|server|cli|web|tools)/', pathNot: allowed },
  }
}

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('kernel', '^kernel/', '^kernel/', 'The kernel is pure: it imports nothing of ours.'),
    only(
      'adapters',
      `${SRC}/adapters/`,
      `^kernel/|${SRC}/adapters/`,
      'What reaches outside knows the kernel only; system.ts hands its ports to modules.',
    ),
    only('secrets', `${SRC}/secrets/`, `^kernel/|${SRC}/secrets/`, 'The vault knows the kernel only.'),
    only('database', `${SRC}/database/`, `^kernel/|${SRC}/database/`, 'The database knows the kernel only.'),
    only(
      'vitals',
      `${SRC}/vitals/`,
      `^kernel/|${SRC}/(database|vitals)/`,
      'What a process knows of itself stands on the database, and knows nobody who asks.',
    ),
    only(
      'traces',
      `${SRC}/traces/`,
      `^kernel/|${SRC}/(database|catalogue|runs|vitals|traces)/`,
      'Traces stand around what is traced; nothing of it knows them.',
    ),
    only(
      'record',
      `${SRC}/record/`,
      `^kernel/|${SRC}/(database|record)/`,
      'The record stands on the database.',
    ),
    only(
      'catalogue',
      `${SRC}/catalogue/`,
      `^kernel/|${SRC}/(database|record|secrets|catalogue)/`,
      'The catalogue imports no module and no door.',
    ),
    only(
      'runs',
      `${SRC}/runs/`,
      `^kernel/|${SRC}/(database|record|secrets|catalogue|runs)/`,
      'Runs stand on the catalogue, and know no module.',
    ),
    only(
      'doors',
      `${SRC}/doors/`,
      `^kernel/|^contract/|${SRC}/(database|catalogue|runs|vitals|doors)/`,
      'Doors know the catalogue, never a module.',
    ),
    only(
      'modules',
      `${SRC}/modules/([^/]+)/`,
      `^kernel/|${SRC}/(database|secrets|catalogue|runs|vitals)/|${SRC}/adapters/[^/]+/[^/]+-port\\.ts$|${SRC}/modules/$1/|${SRC}/modules/[^/]+/index\\.ts$`,
      'A module knows no door, of an adapter its port only, and other modules by their index.ts only.',
    ),
    {
      name: 'modules-know-no-web-framework',
      severity: 'error',
      from: { path: `${SRC}/(modules|runs|catalogue|record|database)/` },
      to: { path: 'node_modules/(fastify|mercurius|graphql|@modelcontextprotocol)' },
    },
    only('web', '^web/', '^kernel/|^contract/|^web/', 'The web knows the server by its contract only.'),
    only('cli', '^cli/', '^kernel/|^contract/|^cli/', 'The CLI knows the server by its contract only.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'web/dist|web/browser' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
