// GENERATED from the catalogue by "npm run generate". Do not edit.

export type Business = {
  /** Id of the business. */
  id: string
  name: string
  /** Where the business stands in its life. */
  stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  category: {
    /** Id of the category. */
    id: string
    name: string
  } | null
  description: string
  links: (string)[]
  tags: (string)[]
  /** Raised by every change. */
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  updatedAt: string
  archivedAt: string | null
}

export type Category = {
  /** Id of the category. */
  id: string
  name: string
}

export type Entity = {
  /** Id of the entity. */
  id: string
  /** The registered name. */
  name: string
  /** The legal form: LLC, Inc., GmbH … */
  kind: string
  /** Where it is registered, for example "US-DE" or "Germany". */
  jurisdiction: string
}

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  /** Stable: it never changes and never means something else. */
  code: string
  requestId: string
  errors: ({
    /** Where in the input, as a JSON Pointer (RFC 6901). */
    pointer: string
    detail: string
  })[]
}

export type Studio = {
  /** Id of the studio. */
  id: string
  name: string
}

export interface Operations {
  /** Takes a business out of every list. Nothing is deleted; restore-business brings it back. */
  'businesses.archive-business': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: Business
  }
  /** Adds a business to the portfolio, held by one of the legal entities. */
  'businesses.create-business': {
    effect: 'write'
    input: {
      /** What the business is called. */
      name: string
      /** The legal entity that holds it. */
      entityId: string
      /** One of the studio's own categories. */
      categoryId?: string | null
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** What it does, for whom. */
      description?: string
      /** Web addresses: the site, the repository, profiles. */
      links?: (string)[]
      /** Free words to find it by. */
      tags?: (string)[]
    }
    output: Business
  }
  /** Adds a category to the studio's own list, so that businesses can be grouped by it. */
  'businesses.create-category': {
    effect: 'write'
    input: {
      /** For example "Developer tools". */
      name: string
    }
    output: Category
  }
  /** Registers a legal entity of the studio, so that businesses can be held by it. */
  'businesses.create-entity': {
    effect: 'write'
    input: {
      /** The registered name. */
      name: string
      /** The legal form: LLC, Inc., GmbH … */
      kind: string
      /** Where it is registered, for example "US-DE" or "Germany". */
      jurisdiction: string
    }
    output: Entity
  }
  /** Reads one business by its id. */
  'businesses.get-business': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: Business
  }
  /** Pages through the businesses by name, narrowed by words, stage, entity or category. */
  'businesses.list-businesses': {
    effect: 'read'
    input: {
      /** Words in the name or description, or an id. */
      search?: string
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** True lists what was archived, instead of what is at work. */
      isArchived?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Business)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the studio's own categories of businesses, by name. */
  'businesses.list-categories': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Category)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the legal entities that hold businesses, by name. */
  'businesses.list-entities': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Entity)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Brings an archived business back into the lists, as it was. */
  'businesses.restore-business': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: Business
  }
  /** Changes fields of one business; what is not named stays. A stage moves only along its transition table. */
  'businesses.update-business': {
    effect: 'write'
    input: {
      /** What the business is called. */
      name?: string
      /** Id of the entity. */
      entityId?: string
      categoryId?: string | null
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** What it does, for whom. */
      description?: string
      /** Web addresses: the site, the repository, profiles. */
      links?: (string)[]
      /** Free words to find it by. */
      tags?: (string)[]
      /** Id of the business. */
      businessId: string
      /** Refuses the change when somebody else was quicker. */
      revision?: number
    }
    output: {
      business: Business
      /** What the changed fields were before. */
      previous: {
        /** What the business is called. */
        name?: string
        /** Id of the entity. */
        entityId?: string
        categoryId?: string | null
        /** Where the business stands in its life. */
        stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        /** What it does, for whom. */
        description?: string
        /** Web addresses: the site, the repository, profiles. */
        links?: (string)[]
        /** Free words to find it by. */
        tags?: (string)[]
      }
    }
  }
  /** Founds the first studio of this installation, with its owner, and signs the owner in. Works once. */
  'identity.found-studio': {
    effect: 'write'
    input: {
      /** What the studio is called, for example "AI Boss Holdings". */
      studioName: string
      /** The owner's name. */
      displayName: string
      email: string
      /** At least 10 characters. */
      password: string
      /** Only from another machine: the code in the terminal. */
      setupCode?: string
    }
    output: {
      studio: Studio
      /** Id of the person. */
      personId: string
      displayName: string
    }
  }
  /** Tells a visitor what to do first: found the studio, or sign in. */
  'identity.get-front-door': {
    effect: 'read'
    input: Record<string, never>
    output: {
      isFounded: boolean
      /** True where founding needs the code that the terminal printed. */
      needsSetupCode: boolean
    }
  }
  /** Tells who the caller is, in which studio, and which roles on what. */
  'identity.get-me': {
    effect: 'read'
    input: Record<string, never>
    output: {
      studio: Studio
      actor: {
        kind: "person" | "api-key" | "machine" | "nobody"
        id: string
        name: string
      }
      /** Null covers the whole studio; otherwise the id of an entity, a category or a business. */
      grants: ({
        role: string
        covers: string | null
      })[]
    }
  }
  /** Signs a person in with e-mail address and password. A browser gets a session cookie. */
  'identity.sign-in': {
    effect: 'write'
    input: {
      email: string
      password: string
    }
    output: {
      studio: Studio
      /** Id of the person. */
      personId: string
      displayName: string
    }
  }
  /** Ends the session that this request was made with. Its next request is refused, in every process. */
  'identity.sign-out': {
    effect: 'write'
    input: Record<string, never>
    output: {
      isSignedOut: boolean
    }
  }
}

export type OperationName = keyof Operations
export type ReadName = { [N in OperationName]: Operations[N]['effect'] extends 'read' ? N : never }[OperationName]
export type WriteName = Exclude<OperationName, ReadName>
