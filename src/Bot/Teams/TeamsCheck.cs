using System.Runtime.CompilerServices;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.Bot.Teams;

/// <summary>Checks that Microsoft Entra accepts the bot's credential.</summary>
internal sealed class TeamsCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Teams";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await TestAsync(services.GetRequiredService<ITokenSource>(), cancellationToken);
    }

    private static async Task<Finding> TestAsync(ITokenSource tokens, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.TokenAsync(cancellationToken);
            return new Finding.Good("Microsoft Entra gives the bot a token");
        }
        catch (PlatformException exception)
        {
            return new Finding.Problem(
                exception.Message,
                "Look whether Teams:AppId, Teams:TenantId and the credential belong together and have not ended, and whether this machine "
                    + "may reach Teams:LoginUrl.");
        }
    }
}
