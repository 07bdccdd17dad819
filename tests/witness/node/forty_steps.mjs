// Walks Miro's own Node client through forty steps; one JSON line on stdout for each.
// Called as `forty_steps.mjs ADDRESS`; a step's `around` names what of that client is broken
// and had to be gone round, by its raw call.

import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { MiroApi, MiroLowlevelApi } = require("@mirohq/miro-api");
const { makeJsonRequest } = require("@mirohq/miro-api/dist/api.js");

const TOKEN = "sandbox-witness";
const PICTURE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>');
const GROUP_IN_GROUP = "model/groupResponseShort.js holds a Group in `data`, so `items` is lost";

const address = process.argv[2];
const api = new MiroLowlevelApi(TOKEN, address);
const high = new MiroApi(TOKEN, address);
const made = {};
let around = [];
let board = "";

const raw = async (method, path, body) => {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return (await makeJsonRequest(TOKEN, method, new URL(path, address), sent)).bodyAsJson;
};

const got = async (promise) => (await promise).body;

const listed = async (generator) => {
  const found = [];
  for await (const one of generator) found.push(one);
  return found;
};

const onBoard = () => high.getBoard(board);

const refused = async (status, promise) => {
  const error = await promise.then(
    () => assert.fail(`not refused, expected ${status}`),
    (reason) => reason,
  );
  assert.equal(error.name, "HttpError");
  assert.equal(error.statusCode, status);
  assert.deepEqual([error.body.type, error.body.status], ["error", status]);
  return error.body;
};

const steps = {
  "token-context": async () => {
    const context = await got(api.tokenInfo());
    assert.deepEqual(context.scopes, ["boards:read", "boards:write"]);
    made.me = context.user.id;
    made.team = context.team.id;
  },

  "board-create": async () => {
    const created = await got(api.createBoard({ name: "Sõnastame õ", description: "Witness" }));
    assert.deepEqual([created.name, created.description], ["Sõnastame õ", "Witness"]);
    assert.deepEqual([created.team.id, created.owner.id], [made.team, made.me]);
    board = created.id;
  },

  "board-read": async () => {
    assert.equal((await got(api.getSpecificBoard(board))).id, board);
    const boards = await listed(high.getAllBoards({ teamId: made.team, limit: "10" }));
    assert.deepEqual(boards.map((one) => one.id), [board]);
  },

  "board-update": async () => {
    const policy = { sharingPolicy: { teamAccess: "private" } };
    const changed = await got(api.updateBoard(board, { name: "Uus nimi", policy }));
    assert.deepEqual([changed.name, changed.description], ["Uus nimi", "Witness"]);
    assert.equal(changed.policy.sharingPolicy.teamAccess, "private");
  },

  "member-invite": async () => {
    const invite = { emails: ["mari@example.org"], role: "editor" };
    const result = await got(api.shareBoard(board, invite));
    assert.equal(result.successful.length, 1);
    assert.deepEqual(result.failed ?? [], []);
  },

  "member-list": async () => {
    const roles = (await listed((await onBoard()).getAllMembers())).map((one) => one.role);
    assert.deepEqual(roles.sort(), ["editor", "owner"]);
  },

  "frame-create": async () => {
    const created = await got(
      api.createFrameItem(board, {
        data: { title: "Raam", format: "custom", type: "freeform" },
        style: { fillColor: "#ffffff" },
        position: { x: 100, y: -50 },
        geometry: { width: 800, height: 600 },
      }),
    );
    assert.deepEqual([created.data.title, created.data.format], ["Raam", "custom"]);
    assert.deepEqual([created.position.x, created.position.y], [100, -50]);
    assert.deepEqual([created.geometry.width, created.geometry.height], [800, 600]);
    made.frame = created.id;
  },

  "sticky-note-create": async () => {
    const created = await got(
      api.createStickyNoteItem(board, {
        data: { content: "Mõte & <b>tegu</b>", shape: "rectangle" },
        style: { fillColor: "light_green", textAlign: "left" },
        position: { x: 400, y: 300 },
        geometry: { width: 350 },
        parent: { id: made.frame },
      }),
    );
    assert.deepEqual([created.data.shape, created.style.fillColor], ["rectangle", "light_green"]);
    assert.deepEqual([created.position.x, created.position.y], [400, 300]);
    assert.deepEqual([created.parent.id, created.geometry.height], [made.frame, 228]);
    made.sticky_note = created.id;
  },

  "shape-create": async () => {
    const created = await got(
      api.createShapeItem(board, {
        data: { content: "<p>Ala</p>", shape: "round_rectangle" },
        style: { fillColor: "#e6f2ff", borderWidth: "3.0", fontSize: "18" },
        position: { x: -900, y: 0 },
        geometry: { width: 200, height: 120, rotation: 15 },
      }),
    );
    assert.deepEqual([created.data.content, created.data.shape], ["<p>Ala</p>", "round_rectangle"]);
    assert.deepEqual([created.style.borderWidth, created.style.fontSize], ["3.0", "18"]);
    assert.deepEqual([created.geometry.width, created.geometry.rotation], [200, 15]);
    made.shape = created.id;
  },

  "text-create": async () => {
    const created = await got(
      api.createTextItem(board, {
        data: { content: "Jalus" },
        style: { fontSize: "20" },
        geometry: { width: 300 },
      }),
    );
    assert.deepEqual([created.data.content, created.style.fontSize], ["Jalus", "20"]);
    assert.equal(created.geometry.width, 300);
    made.text = created.id;
  },

  "card-create": async () => {
    const dueDate = new Date("2026-09-01T12:00:00Z");
    const created = await got(
      api.createCardItem(board, {
        data: { title: "Ülesanne", description: "Kirjeldus", dueDate },
        style: { cardTheme: "#2d9bf0" },
      }),
    );
    assert.deepEqual([created.data.title, created.data.description], ["Ülesanne", "Kirjeldus"]);
    assert.deepEqual(created.data.dueDate, dueDate);
    made.card = created.id;
  },

  "app-card-create": async () => {
    const fields = [{ value: "väli", fillColor: "#2fa9e3" }];
    const data = { title: "Rakendus", status: "connected", fields };
    const created = await got(api.createAppCardItem(board, { data }));
    assert.deepEqual([created.data.title, created.data.status], ["Rakendus", "connected"]);
    assert.deepEqual(created.data.fields.map((one) => one.value), ["väli"]);
    made.app_card = created.id;
  },

  "image-create": async () => {
    const data = { url: "https://example.org/pilt.png", title: "Pilt" };
    const created = await got(api.createImageItemUsingUrl(board, { data }));
    assert.deepEqual([created.type, created.data.title], ["image", "Pilt"]);
    made.image = created.id;
    const told = { title: "Fail", position: { x: 10, y: 20 } };
    const sent = await got(api.createImageItemUsingLocalFile(board, PICTURE, told));
    assert.deepEqual([sent.data.title, sent.position.x, sent.position.y], ["Fail", 10, 20]);
  },

  "embed-create": async () => {
    const data = { url: "https://www.youtube.com/watch?v=HlVSNEiFCBk", mode: "inline" };
    const created = await got(api.createEmbedItem(board, { data }));
    assert.deepEqual([created.type, created.data.mode], ["embed", "inline"]);
    made.embed = created.id;
  },

  "document-create": async () => {
    const data = { url: "https://example.org/leping.pdf", title: "Leping" };
    const created = await got(api.createDocumentItemUsingUrl(board, { data }));
    assert.deepEqual([created.type, created.data.title], ["document", "Leping"]);
    made.document = created.id;
  },

  "bulk-create": async () => {
    const notes = Array.from({ length: 19 }, (_, number) => ({
      type: "sticky_note",
      data: { content: `Mõte ${number}`, shape: "square" },
      position: { x: 250 * number, y: 2000 },
    }));
    const frame = { type: "frame", data: { title: "Hulgi" }, position: { x: 9000, y: 9000 } };
    const created = (await got(api.createItems(board, [...notes, frame]))).data;
    assert.equal(created.length, 20);
    const ids = created.map((one) => BigInt(one.id));
    assert.deepEqual(ids, [...ids].sort((a, b) => (a < b ? -1 : 1)));
    assert.equal(created.at(-1).type, "frame");
    made.first = created[0].id;
    made.last = created[18].id;
  },

  "item-read": async () => {
    const kinds = [
      "frame", "sticky_note", "shape", "text", "card", "app_card", "image", "embed", "document",
    ];
    for (const kind of kinds) {
      assert.equal((await got(api.getSpecificItem(board, made[kind]))).type, kind);
    }
  },

  "items-by-cursor": async () => {
    const page = await got(api.getItems(board, { limit: "10" }));
    assert.deepEqual([page.size, page.limit, page.data.length], [10, 10, 10]);
    const ids = (await listed((await onBoard()).getAllItems({ limit: "10" }))).map((i) => i.id);
    assert.equal(new Set(ids).size, page.total);
    const notes = await listed((await onBoard()).getAllItems({ type: "sticky_note" }));
    assert.equal(notes.length, 20);
  },

  "items-of-a-frame": async () => {
    const page = await got(api.getItemsWithinFrame(board, made.frame));
    assert.deepEqual(page.data.map((one) => one.id), [made.sticky_note]);
  },

  "sticky-note-update": async () => {
    const changed = await got(
      api.updateStickyNoteItem(board, made.sticky_note, {
        data: { content: "Muudetud" },
        style: { fillColor: "pink" },
      }),
    );
    assert.deepEqual([changed.data.content, changed.data.shape], ["Muudetud", "rectangle"]);
    assert.deepEqual([changed.style.fillColor, changed.style.textAlign], ["pink", "left"]);
  },

  "item-move": async () => {
    const position = { x: -700.5, y: 40.25 };
    const moved = await got(api.updateItemPositionOrParent(board, made.shape, { position }));
    assert.deepEqual([moved.position.x, moved.position.y], [-700.5, 40.25]);
  },

  "item-reparent": async () => {
    const inside = { parent: { id: made.frame }, position: { x: 200, y: 150 } };
    const moved = await got(api.updateItemPositionOrParent(board, made.shape, inside));
    assert.deepEqual([moved.parent.id, moved.position.x], [made.frame, 200]);
    const outside = { parent: { id: null }, position: { x: -700, y: 0 } };
    const freed = await got(api.updateItemPositionOrParent(board, made.shape, outside));
    assert.deepEqual([freed.parent, freed.position.x], [undefined, -700]);
  },

  "item-delete": async () => {
    await api.deleteItem(board, made.last);
    const body = await refused(404, api.getSpecificItem(board, made.last));
    assert.deepEqual([body.code, body.message], ["3.0201", "Item not found"]);
  },

  "connector-create": async () => {
    const created = await got(
      api.createConnector(board, {
        startItem: { id: made.first, position: { x: "100%", y: "50%" } },
        endItem: { id: made.shape, snapTo: "left" },
        shape: "curved",
        captions: [{ content: "viib", position: "50%" }],
        style: { endStrokeCap: "arrow", strokeWidth: "2.0" },
      }),
    );
    assert.deepEqual([created.startItem.id, created.endItem.id], [made.first, made.shape]);
    assert.deepEqual([created.shape, created.style.endStrokeCap], ["curved", "arrow"]);
    made.connector = created.id;
  },

  "connector-list": async () => {
    const connectors = await listed((await onBoard()).getAllConnectors());
    assert.deepEqual(connectors.map((one) => one.id), [made.connector]);
    const changed = await got(api.updateConnector(board, made.connector, { shape: "straight" }));
    assert.deepEqual([changed.shape, changed.style.endStrokeCap], ["straight", "arrow"]);
  },

  "connector-delete": async () => {
    await api.deleteConnector(board, made.connector);
    assert.deepEqual((await got(api.getConnectors(board, { limit: "10" }))).data, []);
  },

  "tag-create": async () => {
    const created = await got(api.createTag(board, { title: "Risk", fillColor: "cyan" }));
    assert.deepEqual([created.title, created.fillColor], ["Risk", "cyan"]);
    made.tag = created.id;
    const tags = await listed((await onBoard()).getAllTags());
    assert.deepEqual(tags.map((one) => one.id), [made.tag]);
  },

  "tag-attach": async () => {
    await api.attachTagToItem(board, made.sticky_note, made.tag);
    await api.attachTagToItem(board, made.card, made.tag);
    const { tags } = await got(api.getTagsFromItem(board, made.sticky_note));
    assert.deepEqual(tags.map((one) => one.title), ["Risk"]);
  },

  "items-by-tag": async () => {
    const page = await got(api.getItemsByTag(board, made.tag, { limit: "1", offset: "0" }));
    assert.deepEqual([page.total, page.size, page.offset], [2, 1, 0]);
  },

  "tag-remove": async () => {
    await api.removeTagFromItem(board, made.sticky_note, made.tag);
    assert.equal((await got(api.getSpecificItem(board, made.sticky_note))).id, made.sticky_note);
    assert.equal((await got(api.updateTag(board, made.tag, { title: "Oht" }))).title, "Oht");
    await api.deleteTag(board, made.tag);
    assert.deepEqual((await got(api.getTagsFromItem(board, made.card))).tags, []);
  },

  "group-create": async () => {
    const items = [made.first, made.card];
    const created = await got(api.createGroup(board, { data: { items } }));
    made.group = created.id;
    assert.equal(created.data.items, undefined);
    around.push(GROUP_IN_GROUP);
    const seen = await raw("GET", `/v2/boards/${encodeURIComponent(board)}/groups/${made.group}`);
    assert.deepEqual([...seen.data.items].sort(), [...items].sort());
    const page = await got(api.getAllGroups(board, { limit: 10 }));
    assert.deepEqual(page.data.map((one) => one.id), [made.group]);
  },

  "group-remove": async () => {
    await api.unGroup(board, made.group);
    assert.deepEqual((await got(api.getAllGroups(board, { limit: 10 }))).data, []);
    assert.equal((await got(api.getSpecificItem(board, made.card))).type, "card");
  },

  "board-copy": async () => {
    const copy = await got(api.copyBoard(board, { name: "Koopia" }));
    made.copy = copy.id;
    assert.notEqual(copy.id, board);
    const [old, fresh] = await Promise.all([api.getItems(board), api.getItems(copy.id)].map(got));
    assert.equal(fresh.total, old.total);
  },

  "refused-400": async () => {
    const wrong = { style: { fillColor: "#ff0000" } };
    const body = await refused(400, api.createStickyNoteItem(board, wrong));
    assert.deepEqual([body.code, body.message], ["2.0703", "Invalid parameters"]);
    assert.deepEqual(body.context.fields.map((one) => one.field), ["style.fillColor"]);
  },

  "refused-401": async () => {
    const stranger = new MiroLowlevelApi("eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_unknown", address);
    assert.equal((await refused(401, stranger.getSpecificBoard(board))).code, "tokenNotProvided");
  },

  "refused-403": async () => {
    const other = new MiroLowlevelApi("sandbox-other", address);
    assert.equal((await refused(403, other.getSpecificBoard(board))).code, "6.0108");
  },

  "refused-404": async () => {
    const body = await refused(404, api.getFrameItem(board, "3458764500000000001"));
    assert.equal(body.code, "3.0201");
  },

  "refused-409": async () => {
    const tag = { title: "Kordus", fillColor: "red" };
    await api.createTag(board, tag);
    assert.equal((await refused(409, api.createTag(board, tag))).code, "conflict");
  },

  "refused-429": async () => {
    await raw("POST", "/_sandbox/faults", { fault: "GET /v2/boards=429" });
    const body = await refused(429, api.getBoards({ teamId: made.team }));
    assert.deepEqual([body.code, body.context], ["tooManyRequests", null]);
  },

  "board-delete": async () => {
    await api.deleteBoard(made.copy);
    await api.deleteBoard(board);
    await refused(404, api.getSpecificBoard(board));
  },
};

for (const [name, step] of Object.entries(steps)) {
  around = [];
  let detail = "";
  await step().catch((error) => {
    detail = `${error.name}: ${error.message}`;
    if (error.body) detail += ` ${JSON.stringify(error.body)}`;
  });
  process.stdout.write(`${JSON.stringify({ name, ok: detail === "", detail, around })}\n`);
}
