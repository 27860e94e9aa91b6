/** The nodes of the Markdown trees of this folder: mdast with GFM, remark-math's two and our piece. */
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";

export type {
  Blockquote,
  Code,
  Definition,
  Heading,
  Html,
  Image,
  ImageReference,
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
