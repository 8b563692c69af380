using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/views.open</summary>
public sealed record ViewsOpenRequest(string TriggerId, ModalView View);

/// <summary>https://docs.slack.dev/reference/methods/views.publish</summary>
public sealed record ViewsPublishRequest(string UserId, HomeView View);
