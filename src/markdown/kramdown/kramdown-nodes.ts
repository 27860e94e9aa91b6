/** The nodes that kramdown's additions put into a Markdown tree. All are gone, or have an HTML name, before it is written. */
import type { BlockContent, DefinitionContent, Literal, Parent, PhrasingContent } from "mdast";

/** A line, or lines, that only kramdown knows: `{: .class}`, `{::comment}…{:/}`, `*[HTML]: …`, `^`. */
export interface KramdownBlock extends Literal {
  type: "kramdownBlock";
}

/** The same in the middle of text: `{: .class}`, `{::nomarkdown}…{:/}`. */
export interface KramdownSpan extends Literal {
  type: "kramdownSpan";
}

export interface DefinitionDescription extends Parent {
  type: "definitionDescription";
  children: (BlockContent | DefinitionContent | PhrasingContent)[];
}

export interface DefinitionTerm extends Parent {
  type: "definitionTerm";
  children: PhrasingContent[];
}

export interface DefinitionList extends Parent {
  type: "definitionList";
  children: (DefinitionTerm | DefinitionDescription)[];
}

export interface Abbreviation extends Parent {
  type: "abbreviation";
  children: PhrasingContent[];
}

/** HTML in parts that no space may come between. Its element is taken away again. */
export interface HtmlGroup extends Parent {
  type: "htmlGroup";
  children: (BlockContent | DefinitionContent | PhrasingContent)[];
}

declare module "mdast-util-math" {
  interface InlineMathData {
    /** Whether a formula in the middle of text is written as a display. */
    isDisplay?: boolean;
  }
}

declare module "mdast" {
  interface RootContentMap {
    kramdownBlock: KramdownBlock;
    kramdownSpan: KramdownSpan;
    definitionDescription: DefinitionDescription;
    definitionTerm: DefinitionTerm;
    definitionList: DefinitionList;
    abbreviation: Abbreviation;
    htmlGroup: HtmlGroup;
  }
  interface BlockContentMap {
    htmlGroup: HtmlGroup;
    kramdownBlock: KramdownBlock;
    definitionDescription: DefinitionDescription;
    definitionList: DefinitionList;
  }
  interface PhrasingContentMap {
    kramdownSpan: KramdownSpan;
    abbreviation: Abbreviation;
  }
}
