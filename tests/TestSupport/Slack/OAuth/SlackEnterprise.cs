namespace RelateBot.TestSupport.Slack;

/// <summary>An Enterprise Grid organisation and the teams in it.</summary>
public sealed class SlackEnterprise
{
    private readonly List<SlackWorkspace> workspaces = [];

    /// <summary>Adds existing teams.</summary>
    public SlackEnterprise(string name, params IReadOnlyList<SlackWorkspace> workspaces)
    {
        Id = $"E{workspaces[0].Id[1..]}";
        Name = name;
        foreach (var workspace in workspaces) Add(workspace);
    }

    public string Id { get; }

    public string Name { get; }

    public IReadOnlyList<SlackWorkspace> Workspaces => workspaces;

    /// <summary>True when the app is installed for the whole enterprise.</summary>
    public bool HasApp { get; set; }

    public void Add(SlackWorkspace workspace)
    {
        workspaces.Add(workspace);
        workspace.Enterprise = this;
    }
}
