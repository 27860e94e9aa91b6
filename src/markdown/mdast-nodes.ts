/** The nodes of the Markdown trees of this folder: mdast with GFM, remark-math's two and our piece. */
import type { InlineMath, Math as DisplayMath } from "mdast-util-math";

export type { InlineMath };
export type { Code, Heading, Html, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from "mdast";
export type { DisplayMath as Math };
