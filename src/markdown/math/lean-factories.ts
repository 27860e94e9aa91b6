/**
 * MathJax makes every element, wrapper and item of its stack through factories, which copy the arguments of each call
 * from array to array, as its compiler wrote it for engines of old. Here they are passed on.
 */
import factory, { type AbstractFactory } from "mathjax-full/js/core/Tree/Factory.js";

type Kind = Parameters<AbstractFactory<never, never>["setNodeClass"]>[1];

interface Factory {
  readonly defaultKind: string;
  readonly nodeMap: Map<string, Kind>;
  readonly node: Record<string, (...args: unknown[]) => unknown>;
}

Object.assign(factory.AbstractFactory.prototype, {
  create(this: Factory, kind: string, ...args: unknown[]): unknown {
    return (this.node[kind] ?? this.node[this.defaultKind])?.(...args);
  },
  setNodeClass(this: Factory, kind: string, NodeClass: new (...args: unknown[]) => unknown): void {
    this.nodeMap.set(kind, NodeClass as unknown as Kind);
    this.node[kind] = (...args) => new NodeClass(this, ...args);
  },
});
