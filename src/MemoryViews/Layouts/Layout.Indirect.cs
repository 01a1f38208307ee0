using System;

namespace MemoryViews;

// Subscripts of layouts with pointers. PEP 3118 follows the pointer of axis d after all strides up to d were added:
//
//   place = base + offset + i*strides[0]  ──►  (suboffsets[0] >= 0)  place = *(byte**)place + suboffsets[0]
//         +  j*strides[1]                 ──►  (suboffsets[1] >= 0)  ...
//
// so a move along an axis lands in the nearest suboffset before it, and an axis with a pointer can be dropped only if the axis kept
// before it can follow the pointer in its stead.
public readonly partial struct Layout
{
    private Layout SubscriptIndirect(ReadOnlySpan<Subscript> subscripts, int skipped)
    {
        IndirectBuilder builder = new(this, stackalloc nint[3 * MaxRank]);
        bool ellipsis = false;
        foreach (ref readonly Subscript subscript in subscripts)
        {
            switch (subscript.Kind)
            {
                case SubscriptKind.Index:
                    builder.Drop(subscript.ResolveIndex(builder.Axis, Shape[builder.Axis]));
                    break;
                case SubscriptKind.Range:
                    builder.Keep(subscript.Range);
                    break;
                case SubscriptKind.NewAxis:
                    builder.Insert();
                    break;
                default:
                    ellipsis = true;
                    builder.KeepAll(skipped);
                    break;
            }
        }

        builder.KeepAll(ellipsis ? 0 : skipped);
        return builder.Build();
    }

    /// <summary>The layout behind the first axis, from the place an index on it leads to.</summary>
    internal Layout WithoutFirst(nint offset)
        => Create(ItemSize, Shape[1..], Strides[1..], IsIndirect ? Suboffsets[1..] : default, offset, Tag, InheritedFlags);

    private ref struct IndirectBuilder
    {
        private readonly Layout _from;
        private readonly Span<nint> _shape;
        private readonly Span<nint> _strides;
        private readonly Span<nint> _suboffsets;
        private nint _offset;
        private int _kept;
        private int _carrier;

        public IndirectBuilder(Layout from, Span<nint> scratch)
        {
            _from = from;
            _shape = scratch[..MaxRank];
            _strides = scratch.Slice(MaxRank, MaxRank);
            _suboffsets = scratch[(2 * MaxRank)..];
            _offset = from._offset;
            _carrier = -1;
        }

        /// <summary>The next axis of the layout that is being taken apart.</summary>
        public int Axis { get; private set; }

        public void Keep(AxisRange range)
        {
            nint stride = _from.Strides[Axis];
            nint count = range.Resolve(_from.Shape[Axis], out nint start);
            Shift(_from.ShiftOf(start, count, stride));
            Add(count, stride * range.Step, _from.Suboffsets[Axis]);
            Axis++;
        }

        public void KeepAll(int count)
        {
            for (int i = 0; i < count; i++)
            {
                Keep(AxisRange.All);
            }
        }

        public void Insert() => Add(1, 0, -1);

        public void Drop(nint index)
        {
            Shift(index * _from.Strides[Axis]);
            nint suboffset = _from.Suboffsets[Axis++];
            if (suboffset < 0)
            {
                return;
            }

            if (_kept == 0 || _suboffsets[_kept - 1] >= 0)
            {
                throw Error.IndirectAxis("An index on an axis that follows a pointer", "index it through a view, from the first axis on, or slice it with a range of one");
            }

            _carrier = _kept - 1;
            _suboffsets[_carrier] = suboffset;
        }

        public readonly Layout Build() => Create(
            _from.ItemSize, _shape[.._kept], _strides[.._kept], _suboffsets[.._kept], _offset, _from.Tag, _from.InheritedFlags);

        private void Add(nint count, nint stride, nint suboffset)
        {
            _shape[_kept] = count;
            _strides[_kept] = stride;
            _suboffsets[_kept] = suboffset;
            _carrier = suboffset >= 0 ? _kept : _carrier;
            _kept++;
        }

        private void Shift(nint shift)
        {
            if (_carrier < 0)
            {
                _offset += shift;
            }
            else if (shift != 0)
            {
                _suboffsets[_carrier] = MoveSuboffset(_suboffsets[_carrier], shift);
            }
        }
    }
}
