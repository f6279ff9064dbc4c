/* The states of the table, one of them current; each change can be taken back. */

const MOST = 200;

export function startHistory(first, changed) {
  let past = [];
  let future = [];
  let current = first;

  const move = (state, select) => {
    current = state;
    changed(current, select);
  };

  return {
    get state() {
      return current;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    /* `select` is the place to go to: {row, column}. */
    commit(state, select) {
      if (state === current) return;
      past = [...past, current].slice(-MOST);
      future = [];
      move(state, select);
    },
    /* The same table in other words: nothing to take back. */
    adopt(state) {
      past = [];
      future = [];
      move(state);
    },
    undo() {
      if (!past.length) return;
      future = [current, ...future];
      move(past.pop());
    },
    redo() {
      if (!future.length) return;
      past = [...past, current];
      move(future.shift());
    },
  };
}
