using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>Replaces a database server. It answers everything with <see cref="FakeDataReader"/> and records the callers.</summary>
internal sealed class FakeDatabase(DatabaseProvider provider, IEnumerable<QuerySite> sites)
{
    private readonly HashSet<MethodBase> bodies = [.. sites.Select(site => site.Body)];
    private readonly HashSet<(MethodBase Body, int Position)> asked = [];
    private readonly Dictionary<(MethodBase Body, int Position), int> rows = [];
    private bool hasRows;

    public DatabaseProvider Provider => provider;

    /// <summary>From now on each query finds a row the first few times it is asked, or none ever does.</summary>
    public void Begin(bool withRows)
    {
        hasRows = withRows;
        rows.Clear();
    }

    /// <summary>How many different queries of a method were asked.</summary>
    public int AskedBy(MethodBase body) => asked.Count(key => key.Body == body);

    /// <summary>Notes from where it is asked something. True when that is to find a row.</summary>
    public bool Asked()
    {
        // Nothing here waits, so the caller is still on the stack.
        var frames = new StackTrace().GetFrames();
        var frame = Array.Find(frames, frame => frame.GetMethod() is { } method && bodies.Contains(method));
        if (frame is null || Array.Exists(frames, IsOfEntityFramework))
        {
            return hasRows;
        }

        // Not for ever: a caller that reads until there are no more rows must come to an end.
        var site = (frame.GetMethod()!, frame.GetILOffset());
        asked.Add(site);
        return hasRows && (rows[site] = rows.GetValueOrDefault(site) + 1) <= 3;
    }

    /// <summary>Whether EF Core wants to know something for itself: is there a database, what was migrated?</summary>
    private static bool IsOfEntityFramework(StackFrame frame) =>
        typeof(IDatabaseCreator).IsAssignableFrom(frame.GetMethod()?.DeclaringType)
            || typeof(IHistoryRepository).IsAssignableFrom(frame.GetMethod()?.DeclaringType);
}
