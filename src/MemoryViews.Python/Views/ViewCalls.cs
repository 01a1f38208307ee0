using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>The methods with arguments by position and by name.</summary>
internal static unsafe class ViewCalls
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint ToBytes(nint self, nint* arguments, nint count, nint names)
    {
        try
        {
            nint order = 0;
            CallArguments.Bind("tobytes", arguments, count, names, 0, new(ref order), "order");
            return ToBytes(self, order);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Hex(nint self, nint* arguments, nint count, nint names)
    {
        try
        {
            Span<nint> bound = stackalloc nint[2];
            bound.Clear();
            CallArguments.Bind("hex", arguments, count, names, 0, bound, "sep", "bytes_per_sep");
            return ViewHex.New(self, bound[0], bound[1]) is not 0 and nint plain ? plain : ViewHex.NewAscii(Hex(self, ViewObject.View(self), bound[0], bound[1]));
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Cast(nint self, nint* arguments, nint count, nint names)
    {
        try
        {
            if (count == 1 && names == 0 && Cast(self, *arguments) is not 0 and nint plain)
            {
                return plain;
            }

            Span<nint> bound = stackalloc nint[2];
            bound.Clear();
            CallArguments.Bind("cast", arguments, count, names, 1, bound, "format", "shape");
            PythonView view = ViewObject.View(self);
            object format = ViewArguments.Text(bound[0]);
            object? shape = bound[1] == 0 ? null : ViewArguments.Shape(bound[1]);
            return ViewMaker.Beside(self, ViewRules.Cast(view, format, shape, bound[1] != 0));
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint FromFlags(nint type, nint* arguments, nint count, nint names)
    {
        try
        {
            Span<nint> bound = stackalloc nint[2];
            bound.Clear();
            CallArguments.Bind("_from_flags", arguments, count, names, 2, bound, "object", "flags");
            return ViewLife.Of(type, bound[0], ViewArguments.Flags(bound[1]));
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    private static nint Cast(nint self, nint format)
    {
        if (PyType.Of(format) != Py.TextType || Leaf.UnicodeLength(format) != 1)
        {
            return 0;
        }

        uint code = Leaf.UnicodeReadCharacter(format, 0);
        return code < 128 ? PlainView.TryCast(self, (byte)code) : 0;
    }

    private static nint ToBytes(nint self, nint order)
    {
        if ((order == 0 || order == Py.None) && PlainView.IsPlain(self) && *ViewObject.Of(self)->Whole.Strides == ViewObject.Of(self)->Whole.ItemSize)
        {
            return Py.BytesFromStringAndSize((byte*)ViewObject.Of(self)->Whole.Buf, ViewObject.Of(self)->Whole.Len);
        }

        PythonView view = ViewObject.View(self);
        if (order == 0 || order == Py.None)
        {
            return ViewBytes.New(view.View, AxisOrder.C);
        }

        return ViewArguments.Text(order) switch
        {
            "C" => ViewBytes.New(view.View, AxisOrder.C),
            "F" => ViewBytes.New(view.View, AxisOrder.F),
            "A" => ViewBytes.New(view.View, AxisOrder.Any),
            object other => FromNet.Bytes(view.ToBytes(other)), // refuses it
        };
    }

    private static string Hex(nint self, PythonView view, nint separator, nint group)
    {
        object? count = group == 0 ? null : ViewArguments.Group(group);
        if (separator == 0)
        {
            return group == 0 ? view.Hex() : view.Hex([], new Dictionary<string, object?> { ["bytes_per_sep"] = count });
        }

        object? text = ViewArguments.Separator(self, separator);
        return group == 0 ? view.Hex(text) : view.Hex(text, count);
    }
}
