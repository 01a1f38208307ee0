using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>Walks the chain of VIEW.</summary>
internal static class ViewSteps
{
    public static ChosenView Apply(IReadOnlyList<ViewStep> steps, ChosenView chosen)
    {
        foreach (ViewStep step in steps)
        {
            chosen = Apply(step, chosen);
        }

        return chosen;
    }

    /// <summary>
    /// Items that are arrays of numbers become axes of the view, as NumPy makes them. Arrays of bytes stay items: they are shown as hex, like V.
    /// </summary>
    public static MemoryView Unfold(MemoryView view)
    {
        const string Only = "item";
        return ItemShapes.IsBytes(view.Format) || view.Format.Fields is not [{ Name: null, SubShape.Length: > 0 }]
            ? view
            : view.WithLayout(ItemFormat.Parse($"T{{{view.Format.Text}:{Only}:}}"), view.Layout)[Only];
    }

    private static ChosenView Apply(ViewStep step, ChosenView chosen) => step switch
    {
        ViewStep.Take take => chosen with { View = chosen.View[take.Subscripts] },
        ViewStep.Transpose { Axes.Length: 0 } => chosen with { View = chosen.View.Transpose() },
        ViewStep.Transpose turn => chosen with { View = chosen.View.Permute(turn.Axes) },
        ViewStep.Reshape reshape => chosen with { View = chosen.View.Reshape(reshape.Shape) },
        ViewStep.Select select => Select(chosen, select.Fields),
        ViewStep.Cast cast => chosen with { View = Cast(chosen, cast) },
        _ => chosen,
    };

    private static ChosenView Select(ChosenView chosen, IReadOnlyList<string> fields)
    {
        if (!ItemShapes.IsRecord(chosen.View.Format))
        {
            throw Error.FieldsOfNoRecord(string.Join(',', fields), chosen.View.Format.Text);
        }

        foreach (string field in fields)
        {
            Check(chosen, field);
        }

        return fields.Count == 1
            ? chosen with { View = chosen.View[fields[0]], Columns = null }
            : chosen with { Columns = fields };
    }

    private static void Check(ChosenView chosen, string field)
    {
        IReadOnlyList<string> known = chosen.Columns ?? ItemShapes.FieldNames(chosen.View.Format);
        string first = field.Split('.')[0];
        bool isKnown = false;
        foreach (string name in known)
        {
            isKnown |= name == field || name == first;
        }

        if (!isKnown)
        {
            throw Error.UnknownColumn(field, string.Join(", ", known));
        }
    }

    private static MemoryView Cast(ChosenView chosen, ViewStep.Cast cast)
    {
        if (chosen.Columns is { } columns)
        {
            throw Error.CastOfColumns(string.Join(',', columns));
        }

        ItemFormat format = TypeParser.Parse(cast.Type);
        try
        {
            return Unfold(cast.Shape is { } shape ? chosen.View.Cast(format, shape) : chosen.View.Cast(format));
        }
        catch (ViewOperationException e) when (e.Code == ViewErrorCode.NotContiguous)
        {
            throw Error.CastNotContiguous(e);
        }
    }
}
