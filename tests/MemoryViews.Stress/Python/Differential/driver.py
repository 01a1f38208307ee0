"""The same steps on any class that is called and used as memoryview is: the results come back as plain values."""
import array
import builtins
import ctypes
import pickle
import struct

try:
    import numpy
except ImportError:
    numpy = None
try:
    import _testbuffer
except ImportError:
    _testbuffer = None

current = None  # the world whose step runs: what the traps below let go of


class Slot:
    """Stands for a view of the world in which the step runs."""

    def __init__(self, index):
        self.index = index


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Bare:
    def __init__(self, value):
        pass


class Raises:
    def __init__(self, name):
        self.error = getattr(builtins, name)

    def __index__(self):
        raise self.error()

    __float__ = __bool__ = __index__


class Releases:
    """Lets go of a view in the middle of a step that uses it."""

    def __init__(self, slot):
        self.slot = slot

    def __index__(self):
        current.at(self.slot).release()
        return 1

    def __float__(self):
        current.at(self.slot).release()
        return 1.0


def make_bytes(raw):
    base = bytes(raw)
    return base, base


def make_bytearray(raw):
    base = bytearray(raw)
    return base, base


def make_array(raw, code):
    base = array.array(code, bytes(raw))
    return base, base


def make_ctypes(raw, name, order, shape):
    item = getattr(ctypes, name)
    if order:
        item = getattr(item, order)
    for length in reversed(shape):
        item = item * length
    memory = bytearray(raw)
    return item.from_buffer(memory), memory


class Pair(ctypes.Structure):
    _fields_ = [('number', ctypes.c_short), ('real', ctypes.c_double)]


def make_struct(raw, count):
    memory = bytearray(raw)
    return (Pair * count).from_buffer(memory), memory


def make_ndarray(raw, code, shape, slices, writable, indirect):
    items = [item if len(item) > 1 else item[0] for item in struct.iter_unpack(code, raw)]
    flags = (_testbuffer.ND_WRITABLE if writable else 0) | (_testbuffer.ND_PIL if indirect else 0)
    whole = _testbuffer.ndarray(items if shape else items[0], shape=list(shape), format=code, flags=flags)
    return (whole[slices] if len(slices) > 1 else whole[slices[0]] if slices else whole), whole


def make_numpy(raw, code, shape, slices, writable, swapped):
    memory = bytearray(raw)
    base = numpy.frombuffer(memory, dtype=numpy.dtype(code)).reshape(shape)[(*slices, ...)]
    if swapped:
        base = base.T
    base.flags.writeable = writable
    return base, memory


MAKERS = {name[5:]: function for name, function in list(globals().items()) if name.startswith('make_')}


class World:
    def __init__(self, cls, base):
        self.cls = cls
        self.base, self.memory = MAKERS[base[0]](*base[1:])
        self.views = [cls(self.base), None, None, None]
        self.lent = []

    def at(self, slot):
        return self.views[0] if self.views[slot] is None else self.views[slot]

    def bytes(self):
        memory = self.memory
        return memory.tobytes() if hasattr(memory, 'tobytes') else bytes(memory)


def describe(m):
    return ('view', m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.nbytes,
            m.c_contiguous, m.f_contiguous, m.contiguous)


def set_item(w, m, key, value):
    m[key] = value


def del_item(w, m, key):
    del m[key]


def hash_of(w, m):
    """Equal to that of the bytes; after release there are none, but the hash is known."""
    known = hash(m)
    try:
        return known == hash(m.tobytes())
    except ValueError:
        return 'known'


def lend(w, m):
    if len(w.lent) < 3:
        w.lent.append(pickle.PickleBuffer(m))


def give_back(w, m):
    if w.lent:
        w.lent.pop().release()


def grow(w, m):
    if type(w.base) in (bytearray, array.array):
        w.base.append(1)
        w.base.pop()


def requested(w, m, flags):
    lent = _testbuffer.ndarray(m, getbuf=flags)
    return (lent.readonly, lent.ndim, lent.format, lent.nbytes, lent.shape, lent.strides, lent.suboffsets, lent.tobytes())


def with_it(w, m):
    with m as entered:
        return entered is m


STEPS = {
    'new': lambda w, m: w.cls(w.base),
    'view': lambda w, m: w.cls(m),
    'get': lambda w, m, key: m[key],
    'set': set_item,
    'del': del_item,
    'cast': lambda w, m, *a: m.cast(*a),
    'toreadonly': lambda w, m: m.toreadonly(),
    'attributes': lambda w, m: describe(m),
    'obj': lambda w, m: m.obj is w.base,
    'tolist': lambda w, m: m.tolist(),
    'tobytes': lambda w, m, *a: m.tobytes(*a),
    'bytes': lambda w, m: bytes(m),
    'hex': lambda w, m, *a: m.hex(*a),
    'eq': lambda w, m, other: m == other,
    'ne': lambda w, m, other: m != other,
    'hash': hash_of,
    'len': lambda w, m: len(m),
    'bool': lambda w, m: bool(m),
    'iter': lambda w, m: list(m),
    'reversed': lambda w, m: list(reversed(m)),
    'contains': lambda w, m, value: value in m,
    'index': lambda w, m, *a: m.index(*a),
    'count': lambda w, m, value: m.count(value),
    'release': lambda w, m: m.release(),
    'with': with_it,
    'lend': lend,
    'giveback': give_back,
    'grow': grow,
    'request': lambda w, m, flags: _testbuffer.ndarray(m, getbuf=flags) is None,
    'requested': requested,
    'less': lambda w, m, other: m < other,
    'call': lambda w, m: m(),
    'unpack_from': lambda w, m, code, at: struct.unpack_from(code, m, at),
    'pack_into': lambda w, m, code, at, *values: struct.pack_into(code, m, at, *values),
    'calcsize': lambda w, m, code: struct.calcsize(code),
    'pack': lambda w, m, code, *values: struct.pack(code, *values),
    'unpack': lambda w, m, code, raw: struct.unpack(code, raw),
    'iter_unpack': lambda w, m, code, raw: list(struct.iter_unpack(code, raw)),
}
WRITES = {'set', 'del', 'pack_into'}


def answer(w, name, slot, target, arguments):
    global current
    current = w
    m = w.at(slot)
    arguments = [w.at(a.index) if type(a) is Slot else a for a in arguments]
    try:
        result = STEPS[name](w, m, *arguments)
    except BaseException as e:
        kind = type(e)
        result = ('!', 'struct.error' if kind is struct.error else kind.__name__)
    if type(result) is w.cls:
        if result is m:
            result = 'the view itself'
        else:
            w.views[target] = result
            result = describe(result)
    return (result, w.bytes()) if name in WRITES else result


def run(script, cls):
    """What each step of a script gives."""
    base, steps = script
    w = World(cls, base)
    results = [describe(w.views[0])]
    for name, slot, target, arguments in steps:
        results.append(answer(w, name, slot, target, arguments))
    results.append(w.bytes())
    while w.lent:
        w.lent.pop().release()
    return results


def run_all(scripts, classes):
    return [[run(script, cls) for cls in classes] for script in scripts]


engine_base = None


def begin(*base):
    """A base for the engine, which takes its memory through the buffer protocol."""
    global engine_base
    engine_base = MAKERS[base[0]](*base[1:])
    return engine_base[0]


def memory():
    held = engine_base[1]
    return held.tobytes() if hasattr(held, 'tobytes') else bytes(held)


def features():
    return (numpy is not None, _testbuffer is not None, hasattr(memoryview, 'index'))
