import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";

const posts = defineCollection({
  loader: glob({ base: "./_posts", pattern: "*.md" }),
  schema: z.object({ title: z.string(), categories: z.array(z.string()), tags: z.array(z.string()) }),
});

export const collections = { posts };
