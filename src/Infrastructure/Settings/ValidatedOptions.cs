using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RelateBot.Infrastructure.Settings;

/// <summary>The one way in which a section of the settings becomes an object.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds a section. The host does not start when a setting in it is unknown, unreadable or outside of
    /// what its attributes allow; checks that take more than an attribute follow by
    /// <see cref="OptionsBuilder{TOptions}.Validate(Func{TOptions, bool}, string)"/>.
    /// </summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class => services.AddOptions<TOptions>()
            .Bind(configuration.GetSection(section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
