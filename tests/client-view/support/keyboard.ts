import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const mostStops = 400;

/** Somebody who uses a page with the keyboard alone: goes to things by the Tab key, and never by the pointer. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on to something, round the page if it lies before. @throws Error if the Tab key doesn't lead there */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    await this.#until(target, 'Tab');
  }

  /** Presses a button, or follows a link. */
  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('Enter');
  }

  /** Ticks a box. */
  async tick(target: Locator): Promise<void> {
    await this.to(target);
    if (!(await target.isChecked())) await this.#page.keyboard.press('Space');
  }

  /** Chooses one of a group: the Tab key leads to the group, the arrow keys lead on in it. */
  async choose(target: Locator): Promise<void> {
    await target.waitFor();
    const name = await target.getAttribute('name');
    await this.#until(this.#page.locator(`input[type="radio"][name="${name}"]`), 'Tab');
    await this.#until(target, 'ArrowDown');
    if (!(await target.isChecked())) await this.#page.keyboard.press('Space');
  }

  /** Chooses a value of a list. */
  async select(target: Locator, value: string): Promise<void> {
    await this.to(target);
    // What is chosen may change what the list is called.
    const list = this.#page.locator(':focus');
    await this.#page.keyboard.press('Home');
    for (let presses = 0; (await list.inputValue()) !== value; presses += 1) {
      if (presses === mostStops) throw new Error(`The arrow keys don't lead to ${value}.`);
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await this.#page.keyboard.press('ArrowDown');
    }
  }

  /** Writes into a field. */
  async write(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.type(text);
  }

  async #until(place: Locator, key: string): Promise<void> {
    const reached = place.and(this.#page.locator(':focus'));
    for (let presses = 0; presses < mostStops; presses += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      if ((await reached.count()) > 0) return;
      // oxlint-disable-next-line no-await-in-loop
      await this.#page.keyboard.press(key);
    }
    throw new Error(`The ${key} key doesn't lead there.`);
  }
}
