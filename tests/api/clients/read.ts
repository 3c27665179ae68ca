// Reads a list in every language to its end, and one item of it, by the types a generated client has.
interface Named {
  id: string;
  title: string;
  api_url: string | null;
}

interface Told extends Named {
  refs: Named[];
}

interface ListPage<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

interface Query<Locale> {
  locale: Locale;
  limit: number;
  cursor?: string;
}

type Answer<Data> = Promise<{ data?: Data; error?: unknown }>;

export const titled = ({ id, title, api_url }: Named): Named => ({ id, title, api_url });

async function dataOf<Data>(what: string, answer: Answer<Data>): Promise<Data> {
  const { data, error } = await answer;
  if (!data) throw new Error(`${what}: ${JSON.stringify(error)}`);
  return data;
}

function check(what: string, told: Told) {
  for (const { id, title, api_url } of [told, ...told.refs])
    if (!id || !title || api_url === undefined) throw new Error(`${what}: ${JSON.stringify(told)}`);
  return told;
}

export async function readList<Item, Locale extends string>(
  name: string,
  locales: Locale[],
  list: (query: Query<Locale>) => Answer<ListPage<Item>>,
  one: (key: string, locale: Locale) => Answer<Item>,
  tell: (item: Item) => Told,
) {
  let items = 0;
  for (const locale of locales) {
    const what = `${name} ${locale}`;
    const seen = new Map<string, Told>();
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await dataOf(what, list({ locale, limit: 50, ...(cursor && { cursor }) }));
      page.items.map((item) => check(what, tell(item))).forEach((told) => seen.set(told.id, told));
      total = page.total;
      cursor = (page.next && new URL(page.next).searchParams.get("cursor")) || undefined;
    } while (cursor);
    if (seen.size !== total) throw new Error(`${what}: ${seen.size} of ${total}`);
    for (const [key, listed] of [...seen].slice(0, 1)) {
      const item = check(what, tell(await dataOf(what, one(key, locale))));
      if (JSON.stringify(item) !== JSON.stringify(listed))
        throw new Error(`${what}: the list says ${JSON.stringify(listed)}, the item ${JSON.stringify(item)}`);
    }
    items += seen.size;
  }
  if (!items) throw new Error(`${name}: nothing to read`);
  console.log(`${name}: ${items} items`);
}
