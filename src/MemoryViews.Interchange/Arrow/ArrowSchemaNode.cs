using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Interchange;

/// <summary>What stands behind each exported schema: its child, and after it the two texts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowSchemaNode
{
    public ArrowSchema* Children;
    public ArrowSchema Child;

    /// <summary>The type of lists of lists of ... items: a level an axis.</summary>
    public static ArrowSchema Of(ReadOnlySpan<nint> shape, string format, string name)
    {
        ArrowSchema schema = default;
        try
        {
            for (int level = shape.Length - 1; level >= 0; level--)
            {
                string type = level == shape.Length - 1 ? format : ArrowTypes.ListsOf(shape[level + 1]);
                schema = Over(schema, type, level == 0 ? name : "item");
            }

            return schema;
        }
        catch
        {
            ArrowData.Release(&schema);
            throw;
        }
    }

    private static ArrowSchema Over(ArrowSchema child, string format, string name)
    {
        bool isLeaf = child.Release is null;
        int formatBytes = Encoding.UTF8.GetByteCount(format) + 1;
        int nameBytes = Encoding.UTF8.GetByteCount(name) + 1;
        ArrowSchemaNode* node = (ArrowSchemaNode*)NativeMemory.AllocZeroed((nuint)sizeof(ArrowSchemaNode) + (nuint)formatBytes + (nuint)nameBytes);
        byte* texts = (byte*)(node + 1);
        Encoding.UTF8.GetBytes(format, new Span<byte>(texts, formatBytes));
        Encoding.UTF8.GetBytes(name, new Span<byte>(texts + formatBytes, nameBytes));
        node->Child = child;
        node->Children = &node->Child;
        return new ArrowSchema
        {
            Format = texts,
            Name = texts + formatBytes,
            ChildCount = isLeaf ? 0 : 1,
            Children = isLeaf ? null : &node->Children,
            Release = &Release,
            PrivateData = node,
        };
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(ArrowSchema* schema)
    {
        if (schema is null || schema->Release is null)
        {
            return;
        }

        ArrowSchemaNode* node = (ArrowSchemaNode*)schema->PrivateData;
        ArrowData.Release(&node->Child);
        NativeMemory.Free(node);
        schema->Release = null;
    }
}
