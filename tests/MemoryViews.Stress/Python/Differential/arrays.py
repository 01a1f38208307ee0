"""The same steps on NumPy's arrays and on the generous memoryview of the library over such arrays."""
import numpy

numpy.seterr(all='ignore')  # what a NaN carries may be lost

MOVES = {
    'flip': lambda a, axis: numpy.flip(a, axis),
    'transpose': lambda a: a.T,
    'permute': lambda a, *axes: a.transpose(axes or None),
    'broadcast': lambda a, *shape: numpy.broadcast_to(a, shape),
    'reshape': lambda a, *shape: same_memory(a, a.reshape(shape)),
    'field': lambda a, name: a[name],
}


def make(raw, code, shape):
    return numpy.frombuffer(bytearray(raw), dtype=numpy.dtype(code)).reshape(shape)


def same_memory(a, b):
    if a.size and not numpy.shares_memory(a, b):
        raise ValueError('a copy')
    return b


def steps_of(shape, strides):
    """Strides that mean anything."""
    return tuple(stride for length, stride in zip(shape, strides) if length > 1) if 0 not in shape else ()


def describe(a):
    if isinstance(a, numpy.ndarray):
        return ('array', a.shape, steps_of(a.shape, a.strides), not a.flags.writeable, a.tobytes())
    return ('array', a.shape, steps_of(a.shape, a.strides), a.readonly, a.tobytes())


def astype(a, code, cls):
    target = numpy.dtype(code)
    if not numpy.can_cast(a.dtype, target):
        return 'not asked'
    if cls is None:
        return a.astype(target).tolist()
    made = numpy.zeros(a.shape, target)
    made[...] = a
    return made.tolist()


def answer(slots, cls, name, slot, target, arguments):
    m = slots[0] if slots[slot] is None else slots[slot]
    plain = numpy.asarray(m)
    if name == 'get':
        result = m[arguments[0]]
        if isinstance(result, numpy.generic):
            return ('scalar', result.item())
        if not isinstance(result, (cls, numpy.ndarray) if cls else numpy.ndarray):
            return ('scalar', result)
    elif name in MOVES:
        result = MOVES[name](plain, *arguments)
        result = result if cls is None else cls(result)
    elif name == 'copy':
        key, other = arguments
        source = slots[0] if slots[other] is None else slots[other]
        place = plain[key]
        if place.ndim == 0:
            return 'not asked'  # an item takes a value, not an exporter
        if place.ndim < source.ndim:
            raise ValueError('NumPy leaves out first axes of length 1')
        if numpy.asarray(source).dtype != plain.dtype:
            raise ValueError('NumPy converts')
        m[key] = source.copy() if cls is None else source  # one axis over another of the same array: NumPy reads what it has just written
        return numpy.asarray(slots[0]).tobytes()
    elif name == 'tolist':
        return m.tolist()
    elif name == 'tobytes':
        return m.tobytes(arguments[0])
    elif name == 'eq':
        other = slots[0] if slots[arguments[0]] is None else slots[arguments[0]]
        if numpy.asarray(other).dtype != plain.dtype or plain.size == 0:
            return 'not asked'  # NumPy converts; and looks at the lengths behind a 0
        return numpy.array_equal(m, other) if cls is None else m == other
    else:
        return astype(plain, arguments[0], cls)
    slots[target] = result
    return describe(result)


def run(script, cls):
    base, steps = script
    whole = make(*base)
    slots = [whole if cls is None else cls(whole), None, None, None]
    results = [describe(slots[0])]
    for step in steps:
        try:
            results.append(answer(slots, cls, *step))
        except Exception:
            results.append('refused')
    results.append(whole.tobytes())
    return results


def run_all(scripts, cls):
    return [[run(script, None), run(script, cls)] for script in scripts]


def zeros(shape, code):
    return numpy.zeros(shape, numpy.dtype(code))
