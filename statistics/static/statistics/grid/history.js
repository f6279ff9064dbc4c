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
    /* The same cells in other words, in all states: nothing to take back either. */
    amend(change) {
      const amended = (state) => {
        const rows = state.rows.map(change);
        return rows.some((row, at) => row !== state.rows[at]) ? { ...state, rows } : state;
      };
      past = past.map(amended);
      future = future.map(amended);
      move(amended(current));
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
