using Microsoft.AspNetCore.Antiforgery;
using RelateBot.Bot.Features.Digests;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Dashboard;

/// <summary>Registers the pages. Call it after the chat, which provides the digests.</summary>
public static class DashboardRegistration
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DashboardOptions>(configuration, DashboardOptions.Section)
            .Validate(
                options => options.IsUsable(),
                "Set Dashboard:PublicUrl to the https address at which people reach RelateBot, without a path, for example "
                    + "https://relatebot.example.com.");
        services.AddRazorComponents();
        services.AddOptions<AntiforgeryOptions>().Configure<DashboardAddress>((antiforgery, address) =>
        {
            antiforgery.Cookie.Name = "relatebot-form";
            antiforgery.Cookie.Path = "/dashboard";
            antiforgery.Cookie.SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        return services
            .AddSingleton<DashboardAddress>()
            .AddSingleton<SessionCookie>()
            .AddScoped<IDashboardLinks, DashboardLinks>()
            .AddScoped<DashboardUserResolver>()
            .AddScoped<DashboardPageBuilder>();
    }
}
