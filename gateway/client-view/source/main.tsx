import { render } from 'preact';
import { App } from './shell/index.ts';
import { screenAt } from './screen-at.tsx';

const page = document.querySelector('#page');
if (page) render(<App screen={screenAt} />, page);
