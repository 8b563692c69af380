using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>Modals and home pages of a workspace.</summary>
public sealed class SlackViews
{
    private readonly SlackWorkspace workspace;
    private readonly Waiters<SlackView> waiters;
    private readonly List<SlackView> views = [];

    internal SlackViews(SlackWorkspace workspace)
    {
        this.workspace = workspace;
        waiters = new Waiters<SlackView>(workspace.StandIn.Options.WaitTimeout);
    }

    /// <summary>The latest versions, in the order in which they were opened.</summary>
    public IReadOnlyList<SlackView> All
    {
        get
        {
            lock (views) return [.. views];
        }
    }

    /// <summary>The user's top modal, if one is open.</summary>
    public SlackView? OpenFor(SlackUser user) => All.LastOrDefault(v => v.Type is "modal" && v.UserId == user.Id && !v.Closed);

    public SlackView? HomeOf(SlackUser user) => All.LastOrDefault(v => v.Type is "home" && v.UserId == user.Id);

    public Task<SlackView> WaitForModalAsync(
        SlackUser user,
        Func<SlackView, bool>? predicate = null,
        CancellationToken cancellationToken = default) =>
        waiters.WaitAsync(
            v => v.Type is "modal" && v.UserId == user.Id && !v.Closed && (predicate?.Invoke(v) ?? true),
            () => All,
            $"modal for {user.Name}",
            cancellationToken);

    public Task<SlackView> WaitForHomeAsync(
        SlackUser user,
        Func<SlackView, bool>? predicate = null,
        CancellationToken cancellationToken = default) =>
        waiters.WaitAsync(
            v => v.Type is "home" && v.UserId == user.Id && (predicate?.Invoke(v) ?? true),
            () => All,
            $"home of {user.Name}",
            cancellationToken);

    internal SlackView? Find(string id) => All.FirstOrDefault(v => v.Id == id);

    internal SlackView? FindExternal(string id) => All.FirstOrDefault(v => v.ExternalId == id && !v.Closed);

    internal SlackView Open(string userId, JsonElement sent, SlackView? below = null)
    {
        var id = workspace.NewId("V");
        return Put(new SlackView
        {
            Id = id,
            UserId = userId,
            Type = sent.GetProperty("type").GetString()!,
            Hash = NewHash(),
            RootViewId = below?.RootViewId ?? id,
            PreviousViewId = below?.Id,
            Sent = sent,
        });
    }

    internal SlackView Update(SlackView view, JsonElement sent) => Put(view with { Sent = sent, Hash = NewHash() });

    internal void Close(SlackView view, bool all)
    {
        foreach (var each in All.Where(v => all ? v.RootViewId == view.RootViewId : v.Id == view.Id)) Put(each with { Closed = true });
    }

    private string NewHash() => workspace.Clock.NextTs() + ".stand";

    private SlackView Put(SlackView view)
    {
        lock (views)
        {
            var index = views.FindIndex(v => v.Id == view.Id);
            if (index < 0) views.Add(view);
            else views[index] = view;
        }

        waiters.Publish(view);
        return view;
    }
}
