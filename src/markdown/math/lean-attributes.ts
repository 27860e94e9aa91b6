/**
 * MathJax keeps the attributes of each element of a formula in objects that inherit from one another: its own, inherited
 * ones, its kind's defaults, global ones. It makes the first three anew for every element, and objects that others
 * inherit from are what JavaScript engines are slowest at: a quarter of all time went there. This class answers the same
 * from plain objects, with one object of defaults for each kind, and takes the place of MathJax's for both engines.
 */
import attributes, { type Attributes } from "mathjax-full/js/core/MmlTree/Attributes.js";

type Properties = ReturnType<Attributes["getAllAttributes"]>;
type Property = ReturnType<Attributes["get"]>;

/** The methods of MathJax's class, without the work of its constructor. */
const AttributesMethods = Object.assign(function createNothing() {}, {
  prototype: attributes.Attributes.prototype,
}) as unknown as new () => Attributes;

class LeanAttributes extends AttributesMethods {
  /** By the defaults of a kind of element, which never change; global ones are the same for all. */
  static readonly #defaults = new WeakMap<Properties, Properties>();

  constructor(defaults: Properties, global: Properties) {
    super();
    this.global = global;
    this.defaults = LeanAttributes.#join(defaults, global);
    this.inherited = {};
    this.attributes = {};
  }

  static #join(defaults: Properties, global: Properties): Properties {
    const known = LeanAttributes.#defaults.get(defaults);
    if (known !== undefined && Object.getPrototypeOf(known) === global) return known;
    const joined: Properties = Object.assign(Object.create(global), defaults);
    LeanAttributes.#defaults.set(defaults, joined);
    return joined;
  }

  // As in MathJax, whose types say nothing of it, what is not set is `undefined`.
  override get(name: string): Property {
    const own = this.attributes[name];
    const value = own === undefined && !Object.hasOwn(this.attributes, name) ? this.getInherited(name) : own;
    return (value === attributes.INHERIT ? this.global[name] : value) as Property;
  }

  override getInherited(name: string): Property {
    const value = this.inherited[name];
    const isLeft = value === undefined && !Object.hasOwn(this.inherited, name);
    return (isLeft ? this.defaults[name] : value) as Property;
  }
}

Object.assign(attributes, { Attributes: LeanAttributes });
