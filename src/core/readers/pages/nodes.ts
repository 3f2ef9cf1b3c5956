/** A node of a parsed page, as far as reading it needs; what parse5 makes is one. */
export interface PageNode {
  /** The tag in small letters, or `#text`, `#comment`. */
  readonly nodeName: string
  readonly namespaceURI?: string
  /** Of a text. */
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly PageNode[]
  /** None for what stands nowhere in the file, such as a tag that was left out. */
  readonly sourceCodeLocation?: NodePlace | null | undefined
}

/** Offsets in the parsed text. */
interface NodePlace {
  readonly startOffset: number
  readonly endOffset: number
  readonly startTag?: OffsetRange | undefined
  readonly endTag?: OffsetRange | undefined
  readonly attrs?: Readonly<Record<string, OffsetRange>> | undefined
}

interface OffsetRange {
  readonly startOffset: number
  readonly endOffset: number
}

/** Told of every node in document order; leaves out what is in an element when `enter` answers false. */
export interface PageVisitor {
  enter(node: PageNode): boolean
  leave(node: PageNode): void
}

/** Without recursion, for a page may be nested as deeply as its writer likes. */
export function walkPage(root: PageNode, { enter, leave }: PageVisitor): void {
  const path: { readonly node: PageNode; next: number }[] = [{ node: root, next: 0 }]
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const child = top.node.childNodes?.[top.next++]
    if (child) {
      if (enter(child)) path.push({ node: child, next: 0 })
    } else {
      path.pop()
      if (path.length > 0) leave(top.node)
    }
  }
}

/** The tag of an HTML element; empty for other nodes, and for those of pictures and formulas. */
export function tagOf({ nodeName, namespaceURI }: PageNode): string {
  return namespaceURI === 'http://www.w3.org/1999/xhtml' ? nodeName : ''
}

export function attributeOf({ attrs }: PageNode, name: string): string | null {
  return attrs?.find(attribute => attribute.name === name)?.value ?? null
}
