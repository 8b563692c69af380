namespace RelateBot.Bot.Slack;

/// <summary>Who may bring a modal back.</summary>
/// <param name="Team">In which team.</param>
/// <param name="User">By which account.</param>
/// <param name="Form">As which form.</param>
public sealed record FormBearer(string Team, string User, string Form);
