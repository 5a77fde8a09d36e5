import './workers.ts';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './explorer.tsx';

const place = document.getElementById('page');
if (place) createRoot(place).render(<Explorer />);
