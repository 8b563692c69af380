using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>Who and what there is in the Agents Playground, with ids shaped as Teams shapes them. Mark sits at the page.</summary>
internal static class AgentsCast
{
    public const string TenantId = "7d1f6a52-3c0e-4a7b-9a55-0c9f2f6b1e01";
    public const string BotId = "28:2b6f0c1e-5d4a-4f0b-8f3e-9a1c7d2e4b10";
    public const string BotName = "RelateBot";

    public static readonly TeamsUser Mark = User(1, "Mark Weber");
    public static readonly TeamsUser Sue = User(2, "Sue Miller");

    public static readonly TeamsConversation Personal = new() { Id = "a:1personal-mark", Type = "personal", Members = [] };
    public static readonly TeamsConversation Group = new()
    {
        Id = "19:lunch@thread.v2",
        Type = "groupChat",
        Name = "Lunch crew",
        Members = []
    };
    public static readonly TeamsConversation General = new()
    {
        Id = "19:general@thread.tacv2",
        Type = "channel",
        Name = "General",
        TeamId = "19:general@thread.tacv2",
        Members = []
    };
    public static readonly TeamsConversation Kudos = General with { Id = "19:kudos@thread.tacv2", Name = "kudos" };

    /// <summary>The settings file; its keys are all required, its users are five, and the spelling is its own.</summary>
    public static string Settings { get; } =
        $"""
        version: "0.1.1"
        tenantId: {TenantId}
        bot:
          id: {BotId}
          name: {BotName}
        currentUser: {Describe(Mark)}
        users:
        {string.Join(
            '\n',
            new[] { Sue, User(3, "Raj Patel"), User(4, "Ana Lopez"), User(5, "Tom Baker"), User(6, "Lin Chen") }.Select(user =>
                $"  - {Describe(user)}"))}
        personalChat:
          id: {Personal.Id}
        groupChat:
          id: {Group.Id}
          name: {Group.Name}
        team:
          id: {General.TeamId}
          name: Engineering
          aadGroupId: 5e1b0000-0000-4000-8000-000000000031
          channels:
            - id: {Kudos.Id}
              name: {Kudos.Name}
        """;

    private static TeamsUser User(int number, string name)
    {
        var handle = name.ToLowerInvariant().Replace(' ', '-');
        return new TeamsUser
        {
            AadObjectId = $"5e1b0000-0000-4000-8000-{number:D12}",
            Id = $"29:1{handle}",
            Name = name,
            Email = $"{handle}@example.com"
        };
    }

    private static string Describe(TeamsUser user)
    {
        var names = user.Name.Split(' ');
        return
            $$"""{ id: "{{user.Id}}", name: {{user.Name}}, userPrincipleName: {{user.Email}}, aadObjectId: {{user.AadObjectId}}, givenName: {{names[0]}}, surname: {{names[1]}}, email: {{user.Email}} }""";
    }
}
