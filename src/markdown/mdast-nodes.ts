/** The nodes of the Markdown trees of this folder: mdast with GFM, remark-math's two and our piece. */
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import type { AttributeList } from "./kramdown/attribute-list.js";

export type {
  Blockquote,
  Code,
  Definition,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  List,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from "mdast";
export type { DisplayMath as Math, InlineMath };

declare module "mdast" {
  interface CodeData {
    /** kramdown's attribute lists that belong to the block, in order. */
    attributeLists?: AttributeList[];
  }
}
