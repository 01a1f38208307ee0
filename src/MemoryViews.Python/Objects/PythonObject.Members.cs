using System;
using System.Collections.Generic;

namespace MemoryViews.Python;

// Attributes, items and calls. Values are converted on the way in (From) and stay Python objects on the way out: ToObject and its kin convert them.
public sealed unsafe partial class PythonObject
{
    /// <summary>An item. Python: <c>object[key]</c>.</summary>
    /// <param name="key">An index, a key, or a tuple (<c>object?[]</c>) of them; <see cref="PythonSlice"/> is a slice.</param>
    /// <exception cref="PythonException">Python raised: there is no such item, or the object has none.</exception>
    public PythonObject this[object? key]
    {
        get
        {
            using PythonUse use = new(this);
            using PyReference index = new(FromNet.Reference(key));
            return Own(PyCheck.Reference(Py.ObjectGetItem(use.Pointer, index.Pointer)));
        }
    }

    /// <summary>Sets an item. Python: <c>object[key] = value</c>.</summary>
    /// <param name="key">An index or a key.</param>
    /// <param name="value">What <see cref="From"/> takes.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public void SetItem(object? key, object? value)
    {
        using PythonUse use = new(this);
        using PyReference index = new(FromNet.Reference(key));
        using PyReference item = new(FromNet.Reference(value));
        PyCheck.Status(Py.ObjectSetItem(use.Pointer, index.Pointer, item.Pointer));
    }

    /// <summary>An attribute. Python: <c>object.name</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="PythonException">Python raised: there is no such attribute.</exception>
    public PythonObject GetAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using PythonUse use = new(this);
        using PyReference attribute = new(PyText.New(name));
        return Own(PyCheck.Reference(Py.ObjectGetAttr(use.Pointer, attribute.Pointer)));
    }

    /// <summary>Sets an attribute. Python: <c>object.name = value</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What <see cref="From"/> takes.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public void SetAttribute(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        using PythonUse use = new(this);
        using PyReference attribute = new(PyText.New(name));
        using PyReference item = new(FromNet.Reference(value));
        PyCheck.Status(Py.ObjectSetAttr(use.Pointer, attribute.Pointer, item.Pointer));
    }

    /// <summary>Whether there is an attribute of this name. Python: <c>hasattr</c>.</summary>
    /// <param name="name">Its name.</param>
    public bool HasAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using PythonUse use = new(this);
        using PyReference attribute = new(PyText.New(name));
        return Py.ObjectHasAttr(use.Pointer, attribute.Pointer) != 0;
    }

    /// <summary>Calls it. Python: <c>object(*arguments)</c>.</summary>
    /// <param name="arguments">What <see cref="From"/> takes.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public PythonObject Call(params ReadOnlySpan<object?> arguments)
    {
        using PythonUse use = new(this);
        return Call(use.Pointer, arguments, null);
    }

    /// <summary>Calls it with named arguments. Python: <c>object(*arguments, **named)</c>.</summary>
    /// <param name="arguments">What <see cref="From"/> takes.</param>
    /// <param name="named">Arguments by name.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public PythonObject Call(ReadOnlySpan<object?> arguments, IReadOnlyDictionary<string, object?> named)
    {
        using PythonUse use = new(this);
        return Call(use.Pointer, arguments, named);
    }

    /// <summary>Calls a method. Python: <c>object.name(*arguments)</c>.</summary>
    /// <param name="name">The method.</param>
    /// <param name="arguments">What <see cref="From"/> takes.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public PythonObject CallMethod(string name, params ReadOnlySpan<object?> arguments)
    {
        using PythonLock held = PythonHost.Lock();
        using PythonObject method = GetAttribute(name);
        return Call(method.Pointer, arguments, null);
    }

    /// <summary>Calls a method with named arguments. Python: <c>object.name(*arguments, **named)</c>.</summary>
    /// <param name="name">The method.</param>
    /// <param name="arguments">What <see cref="From"/> takes.</param>
    /// <param name="named">Arguments by name.</param>
    /// <exception cref="PythonException">Python raised.</exception>
    public PythonObject CallMethod(string name, ReadOnlySpan<object?> arguments, IReadOnlyDictionary<string, object?> named)
    {
        using PythonLock held = PythonHost.Lock();
        using PythonObject method = GetAttribute(name);
        return Call(method.Pointer, arguments, named);
    }

    /// <summary>Its items, one after the other, each to be disposed. Python: <c>iter(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised: it is not iterable, or failed in between.</exception>
    public IEnumerable<PythonObject> Iterate()
    {
        using PythonObject iterator = Iterator();
        while (iterator.NextItem() is { } item)
        {
            yield return item;
        }
    }

    private static PythonObject Call(nint callable, ReadOnlySpan<object?> arguments, IReadOnlyDictionary<string, object?>? named)
    {
        using PyReference tuple = new(FromNet.Tuple(arguments));
        nint names = named is { Count: > 0 } ? FromNet.Dictionary(named) : 0;
        try
        {
            return Own(PyCheck.Reference(Py.ObjectCall(callable, tuple.Pointer, names)));
        }
        finally
        {
            if (names != 0)
            {
                Py.DecRef(names);
            }
        }
    }

    private PythonObject Iterator()
    {
        using PythonUse use = new(this);
        return Own(PyCheck.Reference(Py.ObjectGetIter(use.Pointer)));
    }

    private PythonObject? NextItem()
    {
        using PythonUse use = new(this);
        nint item = Py.IterNext(use.Pointer);
        return item != 0 ? Own(item) : Py.ErrOccurred() == 0 ? null : throw PythonException.Fetch();
    }
}
