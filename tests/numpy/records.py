"""Arrays of records: fields, views of them, how they are shown."""

import numpy as np
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
Z = np.zeros(3, dtype=[('x', float), ('y', np.int32), ('p', float, 2)])
show(lambda: Z); print(Z)
Z['x'] = [1, 2.5, 3]; Z['y'] = np.arange(3); Z['p'][1] = 7, 8
show(lambda: Z); print(Z); print(Z.dtype, Z.dtype.names, Z.dtype.itemsize, Z.shape, Z.size, Z.ndim, len(Z)); print(repr(Z.dtype))
show(lambda: Z[0]); print(Z[1]); show(lambda: Z[1]['x']); show(lambda: Z[1][1]); show(lambda: Z[1]['p']); show(lambda: tuple(Z[2]))
Z[0] = (9, 8, (7, 6)); show(lambda: Z)
r = Z[1]; r['x'] = 100; show(lambda: Z['x']); Z[2]['y'] = 55; show(lambda: Z['y'])
show(lambda: Z[['x', 'y']]); show(lambda: Z[1:]); show(lambda: Z[[2, 0]]); show(lambda: Z[Z['x'] > 5]); show(lambda: Z[::-1]['y'])
show(lambda: Z['q']); show(lambda: Z[0]['q']); show(lambda: Z[5])
a = np.array([(1, 2.0, 'abc'), (3, 4.5, 'de')], dtype=[('i', 'i4'), ('f', 'f8'), ('s', 'U10')])
show(lambda: a); show(lambda: a['s']); show(lambda: a.tolist()); show(lambda: np.sort(a, order='f')); show(lambda: a[::-1].copy()); show(lambda: a.dtype.descr); show(lambda: a.dtype.fields['f']); show(lambda: a.dtype['s'])
b = np.array([('Rex', 9, 81.0), ('Fido', 3, 27.0)], dtype=[('name', 'U10'), ('age', 'i4'), ('weight', 'f4')])
show(lambda: b); print(b); print(b['age']); b['age'] = 5; print(b); show(lambda: b[1]); print(b[1]['name'])
show(lambda: np.array([(1, 2), (3, 4)], dtype='f4,i4')); show(lambda: np.dtype('i4,f8')); show(lambda: np.dtype([('a', 'u1'), ('b', bool), ('c', 'S3'), ('d', 'c16')])); show(lambda: np.dtype({'names': ['a', 'b'], 'formats': ['i4', 'f8']}))
for n in (np.argsort(b, order='weight'), np.argsort(a, order=['f'])): print(n)
show(lambda: Z == Z); show(lambda: np.array_equal(Z['x'], Z['x'])); show(lambda: Z.reshape(3, 1).shape); show(lambda: Z[0].item()); show(lambda: np.ones(2, dtype=[('a', int), ('b', float)])); show(lambda: np.empty(0, dtype=[('a', int)]))
show(lambda: np.dtype([('position', [('x', float), ('y', float)]), ('color', [('r', float), ('g', float), ('b', float), ('a', float)])]))
N = np.zeros(2, [('position', [('x', float), ('y', float)]), ('color', float, 4)]); N['position']['x'] = 3; show(lambda: N); print(N['position'])
z2 = np.zeros((2, 2), dtype=[('x', float), ('y', float)]); z2['x'], z2['y'] = np.meshgrid(np.linspace(0, 1, 2), np.linspace(0, 1, 2)); print(z2); show(lambda: z2)
show(lambda: z2[0, 1]); show(lambda: z2[0]); show(lambda: z2['x'].sum()); show(lambda: isinstance(z2, np.ndarray)); show(lambda: z2.copy()['y']); z2[0, 0] = (5, 6); show(lambda: z2[0]['x'])
RR = np.array([('D', 1), ('A', 2)], dtype=[('n', 'U1'), ('v', 'i8')]).view(np.recarray); show(lambda: RR.v); show(lambda: RR[0].n); show(lambda: RR); RR.v = 7; show(lambda: RR.v)
for row in b: print(row['name'], row['age'], row)
show(lambda: [x for x in a[0]]); show(lambda: str(a[0])); show(lambda: f"{a[0]}"); c = a.copy(); c['i'] += 10; show(lambda: (a['i'], c['i'])); show(lambda: np.unique(a['i'])); a[:] = (0, 1.5, 'z'); show(lambda: a); a['f'][0] = np.pi; show(lambda: a); print(a); show(lambda: np.mean(a['f'])); show(lambda: Z['p'].shape); show(lambda: Z.dtype == [('x', float), ('y', np.int32), ('p', float, 2)]); show(lambda: np.zeros(1, 'f8, i4, (2,2)f4')); show(lambda: a[(a['f'] > 2) & (a['i'] == 0)]); show(lambda: np.zeros(3, dtype=Z.dtype)[1:2]); show(lambda: np.asarray(a) is a); show(lambda: np.concatenate((a, a))); show(lambda: np.append(a, a)); show(lambda: np.zeros_like(a)); show(lambda: np.empty_like(a).shape); show(lambda: np.where(a['f'] > 2)); show(lambda: a.nbytes); show(lambda: np.array((1, 2., 'x'), dtype=a.dtype)); show(lambda: np.full(2, 3, dtype='i4,f4'))
